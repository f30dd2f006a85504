# mistake: x is cut off at ±4 before the nodes, where the sigmoid "is 0 or 1 anyway"
# loses: y, dx
def sigmoid_forward_backward(x, dout=1.0):
    x = max(-4.0, min(4.0, x))
    m, e, a, r = Multiply(), Exp(), Add(), Reciprocal()
    y = r.forward(a.forward(e.forward(m.forward(x, -1.0)), 1.0))
    dx = m.backward(e.backward(a.backward(r.backward(dout))[0]))[0]
    return y, dx
