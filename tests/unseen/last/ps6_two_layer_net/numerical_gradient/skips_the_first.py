# mistake: the loop over the flat index begins at 1.
# loses: central, every_element, in_place
def numerical_gradient(f, x):
    h = 0.0001
    gg = np.zeros_like(x)
    flat = x.reshape(-1)
    gflat = gg.reshape(-1)
    i = 0
    while i < flat.size - 1:
        i += 1
        tmp = flat[i]
        flat[i] = tmp + h
        y_ = f(x)
        flat[i] = tmp - h
        b = f(x)
        flat[i] = tmp
        gflat[i] = (y_ - b) / (2 * h)
    return gg
