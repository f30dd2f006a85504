# mistake: each element stays at x - h after its turn, so later elements are differentiated elsewhere and x is changed
# loses: numerical_gradient: x unchanged afterwards (and the values, slightly)
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    flat, g = x.reshape(-1), gradient.reshape(-1)
    for k in range(flat.size):
        flat[k] += h
        f_up = f(x)
        flat[k] -= 2 * h
        f_down = f(x)
        g[k] = (f_up - f_down) / (2 * h)
    return gradient
