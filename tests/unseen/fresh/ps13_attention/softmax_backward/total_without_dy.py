# mistake: the sum that is taken off is that of y alone, so the other scores in the row are treated as if dy were 1
# loses: the gradient

def softmax_backward(dy, y):
    # J = diag(y) - y y^T, times dy, without ever writing J down
    prod = dy * y
    total = np.sum(y, axis=-1, keepdims=True)
    dx = prod - y * total
    return dx
