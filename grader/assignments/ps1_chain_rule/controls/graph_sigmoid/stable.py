import math


def sigmoid_forward_backward(x, dout=1.0):
    y = 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))
    return [y, y * dout - y * y * dout]
