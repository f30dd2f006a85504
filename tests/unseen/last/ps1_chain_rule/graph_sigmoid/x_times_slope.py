# mistake: at the end dx is multiplied by x.
# loses: dx
def sigmoid_forward_backward(x, dout=1.0):
    mal, hoch, plus, durch = (Multiply(), Exp(), Add(), Reciprocal())
    y = durch.forward(plus.forward(hoch.forward(mal.forward(x, -1.0)), 1.0))
    g = hoch.backward(plus.backward(durch.backward(dout))[0])
    res = x * mal.backward(g)[0]
    return (y, res)
