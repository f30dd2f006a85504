# mistake: dout is multiplied in at every node of the way back and not once at its beginning
# loses: graph_sigmoid
def sigmoid_forward_backward(x, dout=1.0):
    """x, a number; dout, a number. Returns y and dx."""
    neg, exponential, plus, inverse = Multiply(), Exp(), Add(), Reciprocal()
    y = inverse.forward(plus.forward(exponential.forward(neg.forward(x, -1.0)), 1.0))

    dx = inverse.backward(1.0) * dout
    dx = plus.backward(dx)[0] * dout
    dx = exponential.backward(dx) * dout
    dx = neg.backward(dx)[0] * dout
    return y, dx
