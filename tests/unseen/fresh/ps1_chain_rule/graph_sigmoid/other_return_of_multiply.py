# mistake: takes the second gradient of Multiply, the one for the constant -1, as dx
# loses: graph_sigmoid: dx
def sigmoid_forward_backward(x, dout=1.0):
    mul = Multiply()
    exp = Exp()
    add = Add()
    rec = Reciprocal()
    # forward, node by node
    a = mul.forward(x, -1)
    b = exp.forward(a)
    c = add.forward(b, 1)
    y = rec.forward(c)

    # backward, from the last node to the first
    dc = rec.backward(dout)
    db, _ = add.backward(dc)
    da = exp.backward(db)
    _, dx = mul.backward(da)

    return y, dx
