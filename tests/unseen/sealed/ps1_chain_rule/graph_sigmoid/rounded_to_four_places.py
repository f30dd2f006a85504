# mistake: y and dx are rounded to four decimal places before they are returned
# loses: graph_sigmoid
def sigmoid_forward_backward(x, dout=1.0):
    multiply = Multiply()
    exp = Exp()
    add = Add()
    reciprocal = Reciprocal()

    minus_x = multiply.forward(-1.0, x)
    power = exp.forward(minus_x)
    denominator = add.forward(1.0, power)
    y = reciprocal.forward(denominator)

    d_denominator = reciprocal.backward(dout)
    _, d_power = add.backward(d_denominator)
    d_minus_x = exp.backward(d_power)
    _, dx = multiply.backward(d_minus_x)
    return round(float(y), 4), round(float(dx), 4)
