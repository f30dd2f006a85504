# mistake: Before it walks, backward sets the grads of all Values that have parents to 0.0 and keeps only those of the leaves, where every other grad stays as it is.
# loses: keeps
def topological_order(root):
    order, done, stack = [], set(), [(root, False)]
    while stack:
        value, ready = stack.pop()
        if ready:
            order.append(value)
        elif id(value) not in done:
            done.add(id(value))
            stack.append((value, True))
            for parent in reversed(value.parents):
                stack.append((parent, False))
    return order


def backward(root):
    order = topological_order(root)
    for value in order:
        if value.parents:  # only leaves gather
            value.grad = 0.0
    root.grad = 1.0
    for value in reversed(order):
        value.push()


def zero_grad(values):
    for value in values:
        value.grad = 0.0
