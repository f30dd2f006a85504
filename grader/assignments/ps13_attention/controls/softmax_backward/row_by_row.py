def softmax_backward(dy, y):
    out = np.empty(y.shape)
    for place in np.ndindex(y.shape[:-1]):
        common = float(np.dot(dy[place], y[place]))
        for j in range(y.shape[-1]):
            out[place][j] = y[place][j] * (dy[place][j] - common)
    return out
