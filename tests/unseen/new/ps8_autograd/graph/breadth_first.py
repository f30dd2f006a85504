# mistake: the nodes are listed breadth-first from the root and the list is reversed, so a node that is reached early may stand after what is made of it.
# loses: order
from collections import deque


def topological_order(root):
    order, seen = [], {id(root)}
    queue = deque([root])
    while queue:
        v = queue.popleft()
        order.append(v)
        for p in v.parents:
            if id(p) not in seen:
                seen.add(id(p))
                queue.append(p)
    return order[::-1]


def backward(root):
    root.grad = 1.0
    for v in topological_order(root)[::-1]:
        v.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
