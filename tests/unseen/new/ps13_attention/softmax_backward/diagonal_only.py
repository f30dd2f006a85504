# mistake: only the diagonal of the Jacobian is used: dy·y(1 − y).
# loses: rows, vector, leading_axes
def softmax_backward(dy, y):
    return dy * y * (1 - y)
