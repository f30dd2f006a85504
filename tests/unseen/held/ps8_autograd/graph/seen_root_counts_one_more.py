# mistake: backward adds 1 to the root's grad, where it should set it to 1.
# loses: backward of a root that has a grad already

def topological_order(root):
    order, seen, stack = [], set(), [(root, iter(root.parents))]
    seen.add(id(root))
    while stack:
        node, rest = stack[-1]
        for parent in rest:
            if id(parent) not in seen:
                seen.add(id(parent))
                stack.append((parent, iter(parent.parents)))
                break
        else:
            order.append(node)
            stack.pop()
    return order


def backward(root):
    root.grad += 1.0
    for node in reversed(topological_order(root)):
        node.push()


def zero_grad(values):
    for value in values:
        value.grad = 0.0
