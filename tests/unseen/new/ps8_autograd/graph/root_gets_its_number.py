# mistake: backward sets root.grad to the root's number.
# loses: backward, keeps, deep, shared
def topological_order(root):
    ordre, seen, stack = ([], set(), [(root, False)])
    while stack:
        node, ready = stack.pop()
        if ready:
            ordre.append(node)
            continue
        if id(node) in seen:
            continue
        seen.add(id(node))
        stack.append((node, True))
        for parent in node.parents:
            if id(parent) not in seen:
                stack.append((parent, False))
    return ordre


def backward(root):
    root.grad = root.data
    for node in reversed(topological_order(root)):
        node.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
