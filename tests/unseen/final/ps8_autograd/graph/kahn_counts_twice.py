# mistake: Each Value waits for as many children as it occurs in parents, but a child counts off each parent only once, so after x + x the Value x is never ready and misses in the list.
# loses: order backward shared
def topological_order(root):
    # 1. everybody
    everybody, stack = {id(root): root}, [root]
    while stack:
        for p in stack.pop().parents:
            if id(p) not in everybody:
                everybody[id(p)] = p
                stack.append(p)
    # 2. how many children does each one wait for?
    waits = dict.fromkeys(everybody, 0)
    for v in everybody.values():
        for p in v.parents:
            waits[id(p)] += 1
    # 3. from the root on, those that wait for nobody
    free, order = [root], []
    while free:
        v = free.pop()
        order.append(v)
        for key in {id(p) for p in v.parents}:
            waits[key] -= 1
            if waits[key] == 0:
                free.append(everybody[key])
    return order[::-1]


def backward(root):
    root.grad = 1.0
    for v in reversed(topological_order(root)):
        v.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
