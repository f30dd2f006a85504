# mistake: the 1 is added before the exponential, so the exponent is 1 − x and the denominator lacks its 1.
# loses: y, dx
def sigmoid_forward_backward(x, dout=1.0):
    m, a, e, r = Multiply(), Add(), Exp(), Reciprocal()
    t = m.forward(x, -1.0)
    t = a.forward(t, 1.0)
    t = e.forward(t)
    y = r.forward(t)
    d = r.backward(dout)
    d = e.backward(d)
    d, _ = a.backward(d)
    dx, _ = m.backward(d)
    return y, dx
