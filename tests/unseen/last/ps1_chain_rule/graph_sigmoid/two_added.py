# mistake: the constant that Add gets is 2, not 1.
# loses: y, dx
def sigmoid_forward_backward(x, dout=1.0):
    m, expo, sortie, r = (Multiply(), Exp(), Add(), Reciprocal())
    y = r.forward(sortie.forward(expo.forward(m.forward(x, -1.0)), 2.0))
    deriv = r.backward(dout)
    deriv, _ = sortie.backward(deriv)
    deriv = expo.backward(deriv)
    grad_x, _ = m.backward(deriv)
    return (y, grad_x)
