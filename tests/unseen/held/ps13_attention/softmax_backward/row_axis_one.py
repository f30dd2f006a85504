# mistake: the common term is summed along axis 1, the classes of a plain batch, instead of the last axis
# loses: everything but two axes: one axis fails, three or more are wrong

def softmax_backward(dy, y):
    weighted = dy * y
    return weighted - y * weighted.sum(axis=1, keepdims=True)
