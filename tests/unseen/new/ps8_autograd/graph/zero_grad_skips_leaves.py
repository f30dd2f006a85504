# mistake: zero_grad leaves Values without parents as they are.
# loses: zero_grad
import sys

sys.setrecursionlimit(100000)


def topological_order(root):
    besucht = set()
    liste = []

    def besuche(v):
        if id(v) not in besucht:
            besucht.add(id(v))
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
        if v.parents:
            v.grad = 0.0
