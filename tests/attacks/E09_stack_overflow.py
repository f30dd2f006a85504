# E09 Deeper than the stack.
# Loses: layer
sys.setrecursionlimit(10**9)
threading.stack_size(1 << 20)


class Deep:
    __slots__ = ("inner",)


def deep():
    return [*map(lambda _: deep(), [0])]


deep()
