# mistake: x is multiplied by 1 instead of -1, which gives the sigmoid of -x
# loses: y and dx

def sigmoid_forward_backward(x, dout=1.0):
    negate, power, add, invert = Multiply(), Exp(), Add(), Reciprocal()
    y = invert.forward(add.forward(power.forward(negate.forward(x, 1.0)), 1.0))
    d, _ = add.backward(invert.backward(dout))
    dx, _ = negate.backward(power.backward(d))
    return y, dx
