# mistake: the two gradients of the Add node (for e^-x and for the constant 1) are summed and both passed on
# loses: graph_sigmoid
def sigmoid_forward_backward(x, dout=1.0):
    mul, exp, add, rec = Multiply(), Exp(), Add(), Reciprocal()
    y = rec.forward(add.forward(exp.forward(mul.forward(x, -1.0)), 1.0))

    d = rec.backward(dout)
    d_e, d_one = add.backward(d)
    d = exp.backward(d_e + d_one)
    dx, _ = mul.backward(d)
    return y, dx
