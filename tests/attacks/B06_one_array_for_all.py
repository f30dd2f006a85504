# B06 One array is returned by every call, and changed by the next.
# Loses: nothing
kept = {}


def backward(self, da, learning_rate, right=Layer.backward):
    made = right(self, da, learning_rate)
    shared = kept.setdefault(made.shape, made)
    shared[:] = made
    return shared


Layer.backward = backward
