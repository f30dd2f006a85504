# mistake: none: the constants are the first inputs of Multiply and Add, so the second gradients are taken
# loses: nothing
def sigmoid_forward_backward(x, dout=1.0):
    m, e, a, r = Multiply(), Exp(), Add(), Reciprocal()
    y = r.forward(a.forward(1.0, e.forward(m.forward(-1.0, x))))
    dx = m.backward(e.backward(a.backward(r.backward(dout))[1]))[1]
    return y, dx
