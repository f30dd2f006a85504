# mistake: the largest dy is taken off instead of the weighted sum.
# loses: values
def softmax_backward(dy, y):
    return y * (dy - np.max(dy, axis=-1, keepdims=True))
