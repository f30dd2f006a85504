# mistake: zero_grad asks for a length and an index, which a set or a generator lacks
# loses: iterables that are not lists

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
    root.grad = 1.0
    for value in reversed(order):
        value.push()


def zero_grad(values):
    for i in range(len(values)):
        values[i].grad = 0.0
