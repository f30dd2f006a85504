# mistake: the whole of x is nudged at once: every entry is the sum of all derivatives
# loses: every_element, in_place, restored
def numerical_gradient(f, x):
    h = 1e-4
    x += h
    up = f(x)
    x -= 2 * h
    down = f(x)
    x += h
    return np.full_like(x, (up - down) / (2 * h))
