# mistake: backward sets the gradients of the whole graph to zero first
# loses: two roots that share leaves must add up there

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
    for value in order:
        value.grad = 0.0
    root.grad = 1.0
    for value in reversed(order):
        value.push()


def zero_grad(values):
    for value in values:
        value.grad = 0.0
