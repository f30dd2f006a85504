# mistake: backward walks from the Value before the root on: the root itself never pushes.
# loses: backward keeps deep shared
def topological_order(root):
    order, done, stack = [], set(), [(root, False)]
    while stack:
        v, ready = stack.pop()
        if ready:
            order.append(v)
        elif id(v) not in done:
            done.add(id(v))
            stack.append((v, True))
            stack.extend((p, False) for p in v.parents)
    return order


def backward(root):
    order = topological_order(root)
    root.grad = 1.0
    for i in range(len(order) - 2, -1, -1):
        order[i].push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
