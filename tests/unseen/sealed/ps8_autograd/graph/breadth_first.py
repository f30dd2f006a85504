# mistake: the order is breadth first from the root, turned round: a Value stands by its shortest way to the root, not after all its parents
# loses: graph_order, graph_backward (where ways of different length meet)
from collections import deque


def topological_order(root):
    queue, found, visited = deque([root]), [], {id(root)}
    while queue:
        node = queue.popleft()
        found.append(node)
        for parent in node.parents:
            if id(parent) not in visited:
                visited.add(id(parent))
                queue.append(parent)
    return found[::-1]


def backward(root):
    root.grad = 1.0
    for node in topological_order(root)[::-1]:
        node.push()


def zero_grad(values):
    for node in values:
        node.grad = 0.0
