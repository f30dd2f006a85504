# mistake: The result is dy minus the weighted sum, not multiplied by y.
# loses: dx

def softmax_backward(dy, y):
    inner = np.einsum("...s,...s->...", dy, y)[..., None]
    return dy - inner
