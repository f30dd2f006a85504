# B10 A dict whose keys are no text.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return {1: da_prev, None: 2, (3,): 4}


Layer.backward = backward
