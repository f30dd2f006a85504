# mistake: The set of Values already seen is a default argument, so it is kept between calls, and a second walk over the same Values finds nothing.
# loses: deep shared
def topological_order(root, seen=set()):
    order = []
    stack = [(root, False)]
    while stack:
        value, parents_done = stack.pop()
        if parents_done:
            order.append(value)
            continue
        if value in seen:
            continue
        seen.add(value)
        stack.append((value, True))
        stack.extend((parent, False) for parent in value.parents)
    return order


def backward(root):
    root.grad = 1.0
    for value in topological_order(root)[::-1]:
        value.push()


def zero_grad(values):
    for value in values:
        value.grad = 0.0
