# mistake: y is put through softmax again before the formula, although it is softmax's output already.
# loses: rows vector leading_axes
def softmax_backward(dy, y):
    p = softmax(y)
    inner = np.einsum("...i,...i->...", dy, p)
    return p * (dy - inner[..., None])
