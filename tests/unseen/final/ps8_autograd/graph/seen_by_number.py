# mistake: topological_order remembers what it has seen by data, so of several Values with the same number only one gets into the list.
# loses: order deep shared
def topological_order(root):
    order = []
    seen = set()
    stack = [(root, False)]
    while stack:
        value, ready = stack.pop()
        if ready:
            order.append(value)
        elif value.data not in seen:
            seen.add(value.data)
            stack.append((value, True))
            for parent in value.parents:
                stack.append((parent, False))
    return order


def backward(root):
    root.grad = 1.0
    for value in reversed(topological_order(root)):
        value.push()


def zero_grad(values):
    for value in values:
        value.grad = 0.0
