# mistake: dy·y is summed over the whole array, not over the last axis, so rows get into each other's gradients.
# loses: dx of more than one row

def softmax_backward(dy, y):
    summe = np.sum(dy * y)
    return y * (dy - summe)
