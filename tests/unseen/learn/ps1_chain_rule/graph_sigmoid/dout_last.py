# mistake: the backward pass starts with y times dout instead of dout.
# loses: dx
def sigmoid_forward_backward(x, dout=1.0):
    negate = Multiply()
    exponential = Exp()
    plus_one = Add()
    reciprocal = Reciprocal()

    z = negate.forward(x, -1)
    e = exponential.forward(z)
    s = plus_one.forward(e, 1)
    y = reciprocal.forward(s)

    ds = reciprocal.backward(y * dout)
    de, _ = plus_one.backward(ds)
    dz = exponential.backward(de)
    dx, _ = negate.backward(dz)
    return y, dx
