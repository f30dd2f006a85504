# mistake: The walk back begins with dout times y, as if the output were a factor of its own gradient.
# loses: dx

def sigmoid_forward_backward(x, dout=1.0):
    mul = Multiply()
    exp = Exp()
    add = Add()
    rec = Reciprocal()

    a = mul.forward(-1, x)
    b = exp.forward(a)
    c = add.forward(1, b)
    y = rec.forward(c)

    dc = rec.backward(dout * y)
    _, db = add.backward(dc)
    da = exp.backward(db)
    _, dx = mul.backward(da)
    return y, dx
