# mistake: of the two gradients of the multiplication that of the constant -1 is returned
# loses: dx

def sigmoid_forward_backward(x, dout=1.0):
    negate, power, add, invert = Multiply(), Exp(), Add(), Reciprocal()
    y = invert.forward(add.forward(power.forward(negate.forward(x, -1.0)), 1.0))
    d, _ = add.backward(invert.backward(dout))
    _, dx = negate.backward(power.backward(d))
    return y, dx
