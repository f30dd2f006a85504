# mistake: none: Kahn's algorithm from the root, with edges counted.
# loses: nothing
from collections import Counter, deque


def topological_order(root):
    nodes, todo, waits = {id(root): root}, deque([root]), Counter()
    while todo:
        for p in todo.popleft().parents:
            waits[id(p)] += 1
            if id(p) not in nodes:
                nodes[id(p)] = p
                todo.append(p)
    order, free = deque(), [root]
    while free:
        v = free.pop()
        order.appendleft(v)
        for p in v.parents:
            waits[id(p)] -= 1
            if not waits[id(p)]:
                free.append(p)
    return list(order)


def backward(root):
    root.grad = 1.0
    for v in reversed(topological_order(root)):
        v.push()


def zero_grad(values):
    for v in iter(values):
        v.grad *= 0.0
        v.grad = 0.0
