# mistake: backward adds 1.0 to root.grad, where it sets it to 1.0, so a root that has a grad already pushes too much.
# loses: keeps
def topological_order(root):
    order, seen = [], set()
    stack = [(root, iter(root.parents))]
    seen.add(id(root))
    while stack:
        value, rest = stack[-1]
        for parent in rest:
            if id(parent) not in seen:
                seen.add(id(parent))
                stack.append((parent, iter(parent.parents)))
                break
        else:
            stack.pop()
            order.append(value)
    return order


def backward(root):
    # gradients are added, never assigned
    root.grad += 1.0
    for value in reversed(topological_order(root)):
        value.push()


def zero_grad(values):
    for value in values:
        value.grad = 0.0
