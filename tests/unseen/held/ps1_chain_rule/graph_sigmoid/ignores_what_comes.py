# mistake: the backward pass begins with 1 whatever dout is
# loses: dx for a dout other than 1

def sigmoid_forward_backward(x, dout=1.0):
    negate, power, add, invert = Multiply(), Exp(), Add(), Reciprocal()
    y = invert.forward(add.forward(power.forward(negate.forward(x, -1.0)), 1.0))
    d, _ = add.backward(invert.backward(1.0))
    dx, _ = negate.backward(power.backward(d))
    return y, dx
