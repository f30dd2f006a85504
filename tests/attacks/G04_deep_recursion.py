# G04 Recursion, with the limit raised.
# Loses: layer
sys.setrecursionlimit(10**9)


def deep(n):
    return deep(n + 1) + 1


deep(0)
