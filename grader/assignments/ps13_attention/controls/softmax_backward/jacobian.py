def softmax_backward(dy, y):
    """With the table that the lesson advises against."""
    table = y[..., :, None] * (np.eye(y.shape[-1]) - y[..., None, :])
    return np.einsum("...i,...ij->...j", dy, table)
