# mistake: forgets that Multiply returns two gradients, so dx is the pair (dx, d(−1)) and not a number
# loses: dx
def sigmoid_forward_backward(x, dout=1.0):
    m, e, a, r = Multiply(), Exp(), Add(), Reciprocal()
    y = r.forward(a.forward(e.forward(m.forward(x, -1.0)), 1.0))
    dx = m.backward(e.backward(a.backward(r.backward(dout))[0]))
    return y, dx
