# mistake: none: all Jacobians at once.
# loses: nothing
def softmax_backward(dy, y):
    jacobian = np.apply_along_axis(np.diag, -1, y) - y[..., :, None] * y[..., None, :]
    return np.einsum("...i,...ij->...j", dy, jacobian)
