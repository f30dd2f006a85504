# mistake: the largest dy is taken off instead of the weighted sum.
# loses: rows, vector, leading_axes
def softmax_backward(dy, y):
    return y * (dy - np.max(dy, axis=-1, keepdims=True))
