# mistake: zero_grad counts with range(len(values)) and takes values[i], which fails for a set or a generator.
# loses: zero_grad
def topological_order(root):
    order = []
    finished = set()
    todo = [root]
    while len(todo) > 0:
        value = todo[len(todo) - 1]
        if id(value) in finished:
            todo.pop()
            continue
        open_parents = []
        for parent in value.parents:
            if id(parent) not in finished:
                open_parents.append(parent)
        if len(open_parents) == 0:
            todo.pop()
            finished.add(id(value))
            order.append(value)
        else:
            todo.extend(open_parents)
    return order


def backward(root):
    order = topological_order(root)
    root.grad = 1.0
    i = len(order) - 1
    while i >= 0:
        order[i].push()
        i = i - 1


def zero_grad(values):
    for i in range(len(values)):
        values[i].grad = 0.0
