# mistake: range(x.size − 1): the last element is never nudged and keeps the gradient 0
# loses: central, every_element, in_place
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for k in range(x.size - 1):
        i = np.unravel_index(k, x.shape)
        old = x[i]
        x[i] = old + h
        up = f(x)
        x[i] = old - h
        down = f(x)
        x[i] = old
        gradient[i] = (up - down) / (2 * h)
    return gradient
