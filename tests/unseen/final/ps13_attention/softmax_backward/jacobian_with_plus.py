# mistake: The Jacobian is diag(y) + y·yᵀ, with a plus where it has a minus.
# loses: rows vector leading_axes
def softmax_backward(dy, y):
    shape = y.shape
    dx = []
    for d, p in zip(dy.reshape(-1, shape[-1]), y.reshape(-1, shape[-1])):
        jacobian = np.diag(p) + np.outer(p, p)
        dx.append(jacobian @ d)
    return np.array(dx).reshape(shape)
