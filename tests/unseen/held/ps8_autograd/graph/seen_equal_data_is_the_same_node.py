# mistake: Values are told apart by their number, so of two with equal data only one is in the list.
# loses: each Value once, where data are equal

def topological_order(root):
    done, result = set(), []
    stack = [(root, False)]
    while stack:
        node, ready = stack.pop()
        if ready:
            result.append(node)
            continue
        if node.data in done:
            continue
        done.add(node.data)
        stack.append((node, True))
        stack.extend((p, False) for p in node.parents)
    return result


def backward(root):
    root.grad = 1.0
    for node in topological_order(root)[::-1]:
        node.push()


def zero_grad(values):
    for value in values:
        value.grad = 0.0
