# mistake: dout is added to y on the way back: the reciprocal's backward is given y + dout.
# loses: dx
def sigmoid_forward_backward(x, dout=1.0):
    mult, ex, ad, rec = (Multiply(), Exp(), Add(), Reciprocal())
    s = ad.forward(ex.forward(mult.forward(x, -1)), 1)
    y = rec.forward(s)
    grad_values = rec.backward(y + dout)
    grad_values = ad.backward(grad_values)[0]
    grad_values = ex.backward(grad_values)
    grad_input = mult.backward(grad_values)[0]
    return (y, grad_input)
