# mistake: none: the Values are sorted by their longest distance from the leaves, found with a stack.
# loses: nothing
def topological_order(root):
    height, stack, found = {}, [root], {}
    while stack:
        v = stack[-1]
        if id(v) in height:
            stack.pop()
            continue
        open_ones = [p for p in v.parents if id(p) not in height]
        if open_ones:
            stack += open_ones
        else:
            height[id(v)] = 1 + max((height[id(p)] for p in v.parents), default=-1)
            found[id(v)] = v
            stack.pop()
    return sorted(found.values(), key=lambda v: height[id(v)])


def backward(root):
    order = topological_order(root)
    root.grad = 1.0
    while order:
        order.pop().push()


def zero_grad(values):
    list(map(lambda v: setattr(v, "grad", 0.0), values))
