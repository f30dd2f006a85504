# mistake: walks back with 1 and adds dout to the result in place of multiplying
# loses: dx
def sigmoid_forward_backward(x, dout=1.0):
    multiply = Multiply()
    exp = Exp()
    add = Add()
    reciprocal = Reciprocal()

    a = multiply.forward(x, -1)
    b = exp.forward(a)
    c = add.forward(b, 1)
    y = reciprocal.forward(c)

    dc = reciprocal.backward(1.0)
    db, _ = add.backward(dc)
    da = exp.backward(db)
    dx, _ = multiply.backward(da)
    return y, dx + dout
