# mistake: the mean of dy · y is taken off, in place of its sum
# loses: softmax_backward
def softmax_backward(dy, y):
    schnitt = (dy * y).mean(axis=-1, keepdims=True)
    return (dy - schnitt) * y
