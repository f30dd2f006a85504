# mistake: The sum of dy ⊙ y runs over axis 1, which is the last one for two axes only.
# loses: leading_axes
def softmax_backward(dy, y):
    if y.ndim == 1:
        return y * (dy - dy @ y)
    along = np.sum(dy * y, axis=1, keepdims=True)
    return y * (dy - along)
