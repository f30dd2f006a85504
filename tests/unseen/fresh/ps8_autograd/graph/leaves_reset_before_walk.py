# mistake: backward sets the grads of all leaves to 0 before it walks, so earlier grads are lost
# loses: what is there already is added to

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
    for blatt in reihe:
        if not blatt.parents:
            blatt.grad = 0.0
    root.grad = 1.0
    for knoten in reversed(reihe):
        knoten.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
