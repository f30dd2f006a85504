# mistake: nodes are told apart by their numbers, so two Values of equal data count as one.
# loses: order, deep, shared
import sys
sys.setrecursionlimit(100000)


def topological_order(root):
    besucht = set()
    liste = []

    def besuche(v):
        if v.data not in besucht:
            besucht.add(v.data)
            for elter in v.parents:
                besuche(elter)
            liste.append(v)
    besuche(root)
    return liste


def backward(root):
    reihenfolge = topological_order(root)
    root.grad = 1.0
    for v in reihenfolge[::-1]:
        v.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
