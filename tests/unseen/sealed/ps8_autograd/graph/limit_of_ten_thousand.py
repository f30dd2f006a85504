# mistake: the recursion limit is raised to 10,000, which a chain of 10,000 Values still goes beyond
# loses: graph_deep
import sys

sys.setrecursionlimit(10_000)


def topological_order(root):
    liste = []
    vus = set()

    def ranger(noeud):
        if id(noeud) not in vus:
            vus.add(id(noeud))
            for p in noeud.parents:
                ranger(p)
            liste.append(noeud)

    ranger(root)
    return liste


def backward(root):
    root.grad = 1.0
    for noeud in reversed(topological_order(root)):
        noeud.push()


def zero_grad(values):
    for noeud in values:
        noeud.grad = 0.0
