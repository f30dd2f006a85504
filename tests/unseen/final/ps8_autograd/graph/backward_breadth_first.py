# mistake: backward doesn't use the order: it goes level by level from the root and lets each Value push when it is first met, before its grad is complete.
# loses: backward
from collections import deque


def topological_order(root):
    done, out, stack = set(), [], [root]
    while stack:
        v = stack[-1]
        missing = [p for p in v.parents if id(p) not in done]
        if missing:
            stack.extend(missing)
        else:
            stack.pop()
            if id(v) not in done:
                done.add(id(v))
                out.append(v)
    return out


def backward(root):
    root.grad = 1.0
    queue, seen = deque([root]), {id(root)}
    while queue:
        v = queue.popleft()
        v.push()
        for p in v.parents:
            if id(p) not in seen:
                seen.add(id(p))
                queue.append(p)


def zero_grad(values):
    for v in values:
        v.grad = 0.0
