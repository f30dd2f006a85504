# mistake: The graph is walked breadth first and the list reversed, so a Value reached both directly and by a longer way may stand after one that is made from it.
# loses: order, and gradients of such graphs

def topological_order(root):
    order, seen = [root], {id(root)}
    for node in order:
        for p in node.parents:
            if id(p) not in seen:
                seen.add(id(p))
                order.append(p)
    return order[::-1]


def backward(root):
    root.grad = 1.0
    for node in reversed(topological_order(root)):
        node.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
