# mistake: what is taken off is the plain mean of dy, not the mean weighted by y
# loses: the gradient

def softmax_backward(dy, y):
    mean = dy.mean(axis=-1)
    return y * (dy - mean[..., np.newaxis])
