# mistake: the walk with a stack notes a Value as seen when it is put on the stack, not when it is taken off, so that one who waits deep in the stack comes too late for a child above it
# loses: graph_order, graph_backward (a Value that is parent of the root and of another parent)
def topological_order(root):
    order = []
    pila = [(root, False)]
    visti = {id(root)}
    while pila:
        nodo, pronto = pila.pop()
        if pronto:
            order.append(nodo)
        else:
            pila.append((nodo, True))
            for genitore in nodo.parents:
                if id(genitore) not in visti:
                    visti.add(id(genitore))
                    pila.append((genitore, False))
    return order


def backward(root):
    root.grad = 1.0
    ordine = topological_order(root)
    ordine.reverse()
    for nodo in ordine:
        nodo.push()


def zero_grad(values):
    for nodo in values:
        nodo.grad = 0.0
