# mistake: the way back makes a new Reciprocal and runs it forward on y, so its derivative is taken at y.
# loses: dx
def sigmoid_forward_backward(x, dout=1.0):
    m, e, a, r = Multiply(), Exp(), Add(), Reciprocal()
    y = r.forward(a.forward(e.forward(m.forward(x, -1.0)), 1.0))
    r2 = Reciprocal()
    r2.forward(y)
    g = r2.backward(dout)
    g, _one = a.backward(g)
    g = e.backward(g)
    dx, _minus = m.backward(g)
    return y, dx
