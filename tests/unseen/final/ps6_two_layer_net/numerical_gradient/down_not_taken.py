# mistake: the element is put back before the second call: (f(x + h) − f(x))/(2h), half of it
# loses: central, every_element, in_place
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h
        up = f(x)
        x[index] = old
        down = f(x)
        gradient[index] = (up - down) / (2 * h)
    return gradient
