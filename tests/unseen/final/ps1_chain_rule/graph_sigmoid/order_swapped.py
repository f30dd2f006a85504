# mistake: adds 1 before the exponential: y = 1/e^(1−x)
# loses: y, dx
def sigmoid_forward_backward(x, dout=1.0):
    m, e, a, r = Multiply(), Exp(), Add(), Reciprocal()
    u = m.forward(x, -1.0)
    v = a.forward(u, 1.0)
    w = e.forward(v)
    y = r.forward(w)

    dw = r.backward(dout)
    dv = e.backward(dw)
    du, _ = a.backward(dv)
    dx, _ = m.backward(du)
    return y, dx
