# mistake: For a root without parents topological_order gives an empty list, where it is the root alone.
# loses: order
def topological_order(root):
    order, done = [], set()
    stack = [root] if root.parents else []
    while stack:
        v = stack[-1]
        rest = [p for p in v.parents if id(p) not in done]
        if rest:
            stack.extend(rest)
            continue
        stack.pop()
        if id(v) not in done:
            done.add(id(v))
            order.append(v)
    return order


def backward(root):
    root.grad = 1.0
    for v in reversed(topological_order(root)):
        v.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
