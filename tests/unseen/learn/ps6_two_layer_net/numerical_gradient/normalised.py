# mistake: the gradient is divided by its length at the end.
# loses: central, every_element, in_place
def numerical_gradient(f, x):
    h = 1e-4
    g = np.zeros_like(x)
    flat, gf = x.reshape(-1), g.reshape(-1)
    for k in range(flat.size):
        v = flat[k]
        flat[k] = v + h
        f1 = f(x)
        flat[k] = v - h
        f2 = f(x)
        flat[k] = v
        gf[k] = (f1 - f2) / (2 * h)
    return g / np.linalg.norm(g)
