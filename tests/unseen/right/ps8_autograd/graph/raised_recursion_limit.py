# mistake: none: plain recursion, with the recursion limit raised for its time.
# loses: nothing
import sys


def topological_order(root):
    old = sys.getrecursionlimit()
    sys.setrecursionlimit(50_000)
    order, seen = [], set()

    def visit(v):
        if id(v) in seen:
            return
        seen.add(id(v))
        for p in v.parents:
            visit(p)
        order.append(v)

    try:
        visit(root)
    finally:
        sys.setrecursionlimit(old)
    return order


def backward(root):
    order = topological_order(root)
    root.grad = 1.0
    for v in order[::-1]:
        v.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
