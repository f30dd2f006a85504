# mistake: The plain mean of dy along the row is taken off, where it is the mean weighted by y, Σ dy·y.
# loses: rows vector leading_axes
def softmax_backward(dy, y):
    return y * (dy - dy.mean(axis=-1, keepdims=True))
