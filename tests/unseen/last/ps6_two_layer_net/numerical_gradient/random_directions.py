# mistake: the gradient is estimated along random directions and averaged.
# loses: every_element, in_place, restored
def numerical_gradient(f, x):
    h = 1e-4
    rng = np.random.default_rng(0)
    old = x.copy()
    g = np.zeros_like(x)
    for _ in range(x.size):
        d = rng.choice([-1.0, 1.0], x.shape)
        x[...] = old + h * d
        up = f(x)
        x[...] = old - h * d
        down = f(x)
        x[...] = old
        g += (up - down) / (2 * h) * d
    return g / x.size
