# mistake: on the way back the nodes are asked from the first to the last, and Multiply's pair is handed to Exp
# loses: y, dx
def sigmoid_forward_backward(x, dout=1.0):
    nodes = [Multiply(), Exp(), Add(), Reciprocal()]
    y = nodes[0].forward(x, -1)
    y = nodes[1].forward(y)
    y = nodes[2].forward(y, 1)
    y = nodes[3].forward(y)

    d = nodes[0].backward(dout)
    d = nodes[1].backward(d)
    d = nodes[2].backward(d)
    d = nodes[3].backward(d)
    return y, d
