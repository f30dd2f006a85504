# mistake: zero_grad sets every grad to None, as PyTorch does, where it is to be 0.0.
# loses: zero_grad
import sys

sys.setrecursionlimit(100_000)


def topological_order(root):
    order, visited = [], set()

    def build(v):
        if id(v) not in visited:
            visited.add(id(v))
            for p in v.parents:
                build(p)
            order.append(v)

    build(root)
    return order


def backward(root):
    order = topological_order(root)
    root.grad = 1.0
    for v in reversed(order):
        v.push()


def zero_grad(values):
    for v in values:
        v.grad = None
