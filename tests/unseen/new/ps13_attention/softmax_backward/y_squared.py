# mistake: y multiplies once more.
# loses: rows, vector, leading_axes
def softmax_backward(dy, y):
    return y * y * (dy - np.sum(dy * y, axis=-1, keepdims=True))
