# mistake: the mean of dy·y stands for its sum.
# loses: values
def softmax_backward(dy, y):
    return y * (dy - np.mean(dy * y, axis=-1, keepdims=True))
