# mistake: topological_order notes the data of what it has seen, so that a second Value with the same number is passed over
# loses: graph_order, graph_backward (wherever two Values hold the same number)
def topological_order(root):
    seen = set()
    order = []
    todo = [(root, False)]
    while todo:
        value, ready = todo.pop()
        if ready:
            order.append(value)
            continue
        if value.data in seen:
            continue
        seen.add(value.data)
        todo.append((value, True))
        for p in value.parents:
            todo.append((p, False))
    return order


def backward(root):
    root.grad = 1.0
    for value in reversed(topological_order(root)):
        value.push()


def zero_grad(values):
    for value in values:
        value.grad = 0.0
