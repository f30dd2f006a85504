# mistake: nodes are sorted by their distance from the root along the shortest way, the farthest first.
# loses: order
def topological_order(root):
    level, todo, all_nodes = ({id(root): 0}, [root], [root])
    while todo:
        following = []
        # rétropropagation
        for v in todo:
            for p in v.parents:
                if id(p) not in level:
                    level[id(p)] = level[id(v)] + 1
                    following.append(p)
                    all_nodes.append(p)
        todo = following
    return sorted(all_nodes, key=lambda v: -level[id(v)])


def backward(root):
    root.grad = 1.0
    for v in reversed(topological_order(root)):
        v.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
