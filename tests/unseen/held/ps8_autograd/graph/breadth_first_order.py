# mistake: the order is that of a breadth-first search turned round, where a Value may come before a parent that another way reaches later
# loses: each after its parents, and the gradients of such graphs

def topological_order(root):
    order, seen = [root], {id(root)}
    for value in order:
        for parent in value.parents:
            if id(parent) not in seen:
                seen.add(id(parent))
                order.append(parent)
    return order[::-1]


def backward(root):
    order = topological_order(root)
    root.grad = 1.0
    for value in reversed(order):
        value.push()


def zero_grad(values):
    for value in values:
        value.grad = 0.0
