# mistake: zero_grad also zeroes everything that the given Values were made from
# loses: graph_zero_grad (Values that were not given keep their grad)
def topological_order(root):
    order = []
    seen = set()
    stack = [(root, False)]
    while stack:
        value, ready = stack.pop()
        if ready:
            order.append(value)
        elif id(value) not in seen:
            seen.add(id(value))
            stack.append((value, True))
            stack.extend((parent, False) for parent in value.parents)
    return order


def backward(root):
    root.grad = 1.0
    for value in topological_order(root)[::-1]:
        value.push()


def zero_grad(values):
    for value in values:
        for inside in topological_order(value):
            inside.grad = 0.0
