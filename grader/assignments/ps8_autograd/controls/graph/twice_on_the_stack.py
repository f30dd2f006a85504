def topological_order(root):
    order, listed, stack = [], set(), [(root, False)]
    while stack:
        value, ready = stack.pop()
        if ready:
            order.append(value)
        elif id(value) not in listed:
            listed.add(id(value))
            stack.append((value, True))
            stack += [(parent, False) for parent in reversed(value.parents)]
    return order


def backward(root):
    order = topological_order(root)
    root.grad = 1.0
    while order:
        order.pop().push()


def zero_grad(values):
    for value in values:
        value.grad = 0
