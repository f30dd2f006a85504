# mistake: y multiplies once more.
# loses: values
def softmax_backward(dy, y):
    return y * y * (dy - np.sum(dy * y, axis=-1, keepdims=True))
