# mistake: zero_grad skips leaves (Values without parents), so that their grads stay
# loses: zero_grad

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
    root.grad = 1.0
    for knoten in reversed(reihe):
        knoten.push()


def zero_grad(values):
    for v in values:
        if v.parents:
            v.grad = 0.0
