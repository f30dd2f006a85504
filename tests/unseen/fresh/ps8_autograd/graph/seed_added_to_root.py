# mistake: backward adds 1 to the grad that the root already has instead of setting it to 1
# loses: backward, where the root had a grad before

def topological_order(root):
    fertig, gesehen = [], set()
    stapel = [(root, False)]
    while stapel:
        knoten, kinder_erledigt = stapel.pop()
        if kinder_erledigt:
            fertig.append(knoten)
            continue
        if id(knoten) in gesehen:
            continue
        gesehen.add(id(knoten))
        stapel.append((knoten, True))
        for eltern in knoten.parents:
            stapel.append((eltern, False))
    return fertig


def backward(root):
    reihe = topological_order(root)
    root.grad += 1.0
    for knoten in reversed(reihe):
        knoten.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
