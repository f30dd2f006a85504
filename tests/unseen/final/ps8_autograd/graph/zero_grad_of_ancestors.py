# mistake: zero_grad sets the grads of everything that the given Values are made from to 0.0 as well, where it is theirs alone.
# loses: zero_grad
def topological_order(root):
    order, done, stack = [], set(), [(root, False)]
    while stack:
        v, ready = stack.pop()
        if ready:
            order.append(v)
            continue
        if id(v) in done:
            continue
        done.add(id(v))
        stack += [(v, True)] + [(p, False) for p in v.parents]
    return order


def backward(root):
    root.grad = 1.0
    for v in topological_order(root)[::-1]:
        v.push()


def zero_grad(values):
    for value in values:
        for v in topological_order(value):
            v.grad = 0.0
