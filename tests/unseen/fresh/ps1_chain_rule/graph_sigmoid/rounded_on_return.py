# mistake: both results are rounded to three decimals
# loses: graph_sigmoid: y, dx
def sigmoid_forward_backward(x, dout=1.0):
    m, e, a, r = Multiply(), Exp(), Add(), Reciprocal()
    y = r.forward(a.forward(e.forward(m.forward(x, -1.0)), 1.0))
    dx = m.backward(e.backward(a.backward(r.backward(dout))[0]))[0]
    return round(float(y), 3), round(float(dx), 3)
