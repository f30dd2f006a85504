def sigmoid_forward_backward(x, dout=1.0):
    y = 1.0 / (1.0 + np.exp(-x))
    dx = dout * y * (1.0 - y)
    return np.array([y, dx])
