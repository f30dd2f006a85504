# mistake: y itself is taken as the message and dout multiplied on in the end: dx = dout·y·y(1 − y)
# loses: dx
def sigmoid_forward_backward(x, dout=1.0):
    m, e, a, r = Multiply(), Exp(), Add(), Reciprocal()
    y = r.forward(a.forward(e.forward(m.forward(x, -1.0)), 1.0))
    dx = m.backward(e.backward(a.backward(r.backward(y))[0]))[0]
    return y, dout * dx
