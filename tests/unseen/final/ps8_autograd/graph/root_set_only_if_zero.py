# mistake: backward sets root.grad to 1.0 only where it is 0.0, so a grad that the root has already stays.
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
            stack.extend((parent, False) for parent in value.parents)
    return order


def backward(root):
    if root.grad == 0.0:
        root.grad = 1.0
    for value in reversed(topological_order(root)):
        value.push()


def zero_grad(values):
    for value in values:
        value.grad = 0.0
