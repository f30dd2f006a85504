# B04 Numbers in a file: an honest answer.
# Loses: nothing
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return (lambda m: (m.__setitem__(slice(None), da_prev), np.asarray(m))[1])(np.memmap('mapped', dtype='f8', mode='w+', shape=da_prev.shape))


Layer.backward = backward
