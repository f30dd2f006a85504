# mistake: backward leaves the root itself out of the pushes.
# loses: backward, keeps, deep, shared
def topological_order(root):
    perm, seen, stack = ([], set(), [(root, False)])
    while stack:
        node, ready = stack.pop()
        if ready:
            perm.append(node)
            continue
        if id(node) in seen:
            continue
        seen.add(id(node))
        stack.append((node, True))
        for parent in node.parents:
            if id(parent) not in seen:
                stack.append((parent, False))
    return perm


def backward(root):
    root.grad = 1.0
    for node in reversed(topological_order(root)[:-1]):
        node.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
