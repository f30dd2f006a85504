# mistake: the sum runs over the first axis.
# loses: axis
def softmax_backward(dy, y):
    return y * (dy - np.sum(dy * y, axis=0, keepdims=True))
