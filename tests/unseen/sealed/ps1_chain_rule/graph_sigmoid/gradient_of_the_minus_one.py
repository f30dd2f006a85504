# mistake: of the two gradients of Multiply the one for the constant -1 is returned, not the one for x
# loses: graph_sigmoid
def sigmoid_forward_backward(x, dout=1.0):
    # forward
    m = Multiply()
    e = Exp()
    a = Add()
    r = Reciprocal()
    u = m.forward(x, -1)
    v = e.forward(u)
    w = a.forward(1, v)
    y = r.forward(w)

    # backward
    dw = r.backward(dout)
    done, dv = a.backward(dw)
    du = e.backward(dv)
    dx = m.backward(du)[1]
    return y, dx
