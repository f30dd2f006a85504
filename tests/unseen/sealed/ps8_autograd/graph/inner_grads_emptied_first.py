# mistake: backward sets the grad of every Value that has parents to 0 before it pushes; only leaves keep what was there
# loses: graph_keeps (what an inner Value held before)
def topological_order(root):
    order, seen, stack = [], set(), [(root, iter(root.parents))]
    seen.add(id(root))
    while stack:
        value, rest = stack[-1]
        for parent in rest:
            if id(parent) not in seen:
                seen.add(id(parent))
                stack.append((parent, iter(parent.parents)))
                break
        else:
            order.append(value)
            stack.pop()
    return order


def backward(root):
    order = topological_order(root)
    for value in order:
        if value.parents:  # results begin anew, only leaves gather
            value.grad = 0.0
    root.grad = 1.0
    for value in reversed(order):
        value.push()


def zero_grad(values):
    for value in values:
        value.grad = 0.0
