# mistake: the sum runs over the first axis.
# loses: rows, leading_axes
def softmax_backward(dy, y):
    return y * (dy - np.sum(dy * y, axis=0, keepdims=True))
