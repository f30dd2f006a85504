# mistake: none: x.flat in place of an index, a closure that nudges
# loses: nothing
def numerical_gradient(f, x):
    h, g = 1e-4, np.zeros(x.shape)
    for i in range(x.size):
        alt = x.flat[i]

        def at(value):
            x.flat[i] = value
            return float(f(x))

        g.flat[i] = (at(alt + h) - at(alt - h)) / (2 * h)
        x.flat[i] = alt
    return g
