import sys

sys.setrecursionlimit(50_000)


def topological_order(root):
    topo, visited = [], set()

    def build(v):
        if v not in visited:
            visited.add(v)
            for parent in v.parents:
                build(parent)
            topo.append(v)

    build(root)
    return topo


def backward(root):
    root.grad = 1.0
    for v in topological_order(root)[::-1]:
        v.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
