def users_of(root):
    """How often each Value is a parent of others below root, and the Values themselves."""
    count, values, waiting = {id(root): 0}, {id(root): root}, [root]
    while waiting:
        for parent in waiting.pop().parents:
            if id(parent) not in count:
                count[id(parent)], values[id(parent)] = 0, parent
                waiting.append(parent)
            count[id(parent)] += 1
    return count, values


def topological_order(root):
    """Kahn's way, from the root: whoever has no user left that isn't listed comes next."""
    count, _values = users_of(root)
    ready, order = [root], []
    while ready:
        value = ready.pop(0)
        order.append(value)
        for parent in value.parents:
            count[id(parent)] -= 1
            if count[id(parent)] == 0:
                ready.append(parent)
    order.reverse()
    return order


def backward(root):
    root.grad = 1.0
    count, _values = users_of(root)
    ready = [root]
    while ready:
        value = ready.pop()
        value.push()
        for parent in value.parents:
            count[id(parent)] -= 1
            if not count[id(parent)]:
                ready.append(parent)


def zero_grad(values):
    [setattr(value, "grad", 0.0) for value in values]
