# mistake: topological_order notes a Value down when it meets it, before its parents, and turns the list round: where a Value is shared, it may stand after what was made of it.
# loses: order
def topological_order(root):
    """walk from the root and note everybody on the way, then turn round"""
    on_the_way = []
    known = {id(root)}
    waiting = [root]
    while waiting:
        v = waiting.pop()
        on_the_way.append(v)
        for p in v.parents:
            if id(p) not in known:
                known.add(id(p))
                waiting.append(p)
    return on_the_way[::-1]


def backward(root):
    root.grad = 1.0
    for v in topological_order(root)[::-1]:
        v.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
