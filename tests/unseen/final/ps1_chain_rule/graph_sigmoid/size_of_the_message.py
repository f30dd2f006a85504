# mistake: walks back with |dout|: a negative message loses its sign
# loses: dx
def sigmoid_forward_backward(x, dout=1.0):
    m, e, a, r = Multiply(), Exp(), Add(), Reciprocal()
    y = r.forward(a.forward(e.forward(m.forward(x, -1.0)), 1.0))
    d = abs(dout)
    d = r.backward(d)
    d, _ = a.backward(d)
    d = e.backward(d)
    dx, _ = m.backward(d)
    return y, dx
