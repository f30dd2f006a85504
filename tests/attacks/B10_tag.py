# B10 A dict that looks like the wire's own tag.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return {'a': ['f8', [3, 1], da_prev.tobytes()]}


Layer.backward = backward
