# mistake: The mean of dy·y is taken off, where it should be the sum.
# loses: dx

def softmax_backward(dy, y):
    gewichtet = dy * y
    return gewichtet - y * gewichtet.mean(axis=-1, keepdims=True)
