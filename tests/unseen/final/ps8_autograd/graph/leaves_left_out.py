# mistake: topological_order leaves out the Values without parents, since these have nothing to push.
# loses: order deep shared
def topological_order(root):
    order, done, stack = [], set(), [(root, 0)]
    while stack:
        v, stage = stack.pop()
        if stage == 1:
            order.append(v)
        elif id(v) not in done:
            done.add(id(v))
            stack.append((v, 1))
            # leaves don't push
            stack.extend((p, 0) for p in v.parents if p.parents)
    return order


def backward(root):
    root.grad = 1.0
    for v in reversed(topological_order(root)):
        v.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
