# mistake: Of the two gradients of the first Multiply that of the constant -1 is returned, not that of x.
# loses: dx

def sigmoid_forward_backward(x, dout=1.0):
    mal, hoch, plus, kehr = Multiply(), Exp(), Add(), Reciprocal()
    y = kehr.forward(plus.forward(hoch.forward(mal.forward(x, -1.0)), 1.0))

    d = kehr.backward(dout)
    d, _ = plus.backward(d)
    d = hoch.backward(d)
    _, dx = mal.backward(d)
    return y, dx
