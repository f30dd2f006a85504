# mistake: dout goes in at the beginning of the way back and is multiplied in once more at its end.
# loses: dx
def sigmoid_forward_backward(x, dout=1.0):
    m, exps, salida, r = (Multiply(), Exp(), Add(), Reciprocal())
    y = r.forward(salida.forward(exps.forward(m.forward(x, -1.0)), 1.0))
    der = m.backward(exps.backward(salida.backward(r.backward(dout))[0]))
    grad_entrada = der[0] * dout
    return (y, grad_entrada)
