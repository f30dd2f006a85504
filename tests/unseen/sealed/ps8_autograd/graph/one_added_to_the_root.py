# mistake: backward adds 1 to the grad of the root, which may hold something already, in place of setting it to 1
# loses: graph_keeps (a root whose grad isn't 0 before)
import sys


def topological_order(root):
    sys.setrecursionlimit(max(sys.getrecursionlimit(), 60000))
    done, out = set(), []

    def visit(v):
        if id(v) in done:
            return
        done.add(id(v))
        for p in v.parents:
            visit(p)
        out.append(v)

    visit(root)
    return out


def backward(root):
    root.grad += 1.0
    for v in reversed(topological_order(root)):
        v.push()


def zero_grad(values):
    for v in values:
        v.grad = 0.0
