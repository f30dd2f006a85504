# mistake: the mean of dy·y stands for its sum.
# loses: rows, vector, leading_axes
def softmax_backward(dy, y):
    return y * (dy - np.mean(dy * y, axis=-1, keepdims=True))
