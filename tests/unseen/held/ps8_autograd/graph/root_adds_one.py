# mistake: 1 is added to root's gradient instead of set
# loses: a root that held a gradient before

def topological_order(root):
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        value, done = stack.pop()
        if done:
            order.append(value)
        elif id(value) not in seen:
            seen.add(id(value))
            stack.append((value, True))
            stack.extend((parent, False) for parent in value.parents)
    return order


def backward(root):
    order = topological_order(root)
    root.grad += 1.0
    for value in reversed(order):
        value.push()


def zero_grad(values):
    for value in values:
        value.grad = 0.0
