# mistake: backward sets the grad of each Value that isn't a leaf to 0 once it has pushed, so that the root and the inner Values have none in the end
# loses: graph_backward (the grads of the root and of the inner Values), graph_keeps
def topological_order(root):
    seen, order = set(), []
    stack = [(root, False)]
    while len(stack) > 0:
        v, flag = stack.pop()
        if flag:
            order.append(v)
        elif not id(v) in seen:
            seen.add(id(v))
            stack.append((v, True))
            stack += [(p, False) for p in v.parents]
    return order


def backward(root):
    root.grad = 1.0
    order = topological_order(root)
    while order:
        v = order.pop()
        v.push()
        if len(v.parents) > 0:
            v.grad = 0.0  # has handed on everything, not needed any more


def zero_grad(values):
    for v in values:
        v.grad = 0.0
