# mistake: backward pushes each node twice.
# loses: backward, keeps, deep, shared
def topological_order(root):
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        node, ready = stack.pop()
        if ready:
            order.append(node)
            continue
        if id(node) in seen:
            continue
        seen.add(id(node))
        stack.append((node, True))
        for parent in node.parents:
            if id(parent) not in seen:
                stack.append((parent, False))
    return order


def backward(root):
    root.grad = 1.0
    for node in reversed(topological_order(root)):
        node.push()
        node.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
