# mistake: Whether a Value is in the list already is looked up in the list itself, so the time grows with the square of the graph, where it is to be linear.
# loses: deep shared
def topological_order(root):
    order, stack = [], [(root, False)]
    while stack:
        v, ready = stack.pop()
        if any(v is w for w in order):
            continue
        if ready:
            order.append(v)
        else:
            stack.append((v, True))
            stack.extend((p, False) for p in v.parents)
    return order


def backward(root):
    root.grad = 1.0
    for v in topological_order(root)[::-1]:
        v.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
