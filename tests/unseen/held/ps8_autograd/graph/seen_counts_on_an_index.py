# mistake: zero_grad goes by length and index, so sets, generators and dict values are an error.
# loses: any iterable

def topological_order(root):
    liste, gesehen, stapel = [], set(), [(root, 0)]
    while stapel:
        knoten, schritt = stapel.pop()
        if schritt == 1:
            liste.append(knoten)
        elif id(knoten) not in gesehen:
            gesehen.add(id(knoten))
            stapel.append((knoten, 1))
            for p in knoten.parents:
                stapel.append((p, 0))
    return liste


def backward(root):
    root.grad = 1.0
    for knoten in topological_order(root)[::-1]:
        knoten.push()


def zero_grad(values):
    for i in range(len(values)):
        values[i].grad = 0.0
