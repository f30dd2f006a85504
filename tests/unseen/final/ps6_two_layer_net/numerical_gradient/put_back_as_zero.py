# mistake: after its turn an element is set to 0 in place of its old value
# loses: every_element, in_place, restored
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h
        up = f(x)
        x[index] = old - h
        down = f(x)
        x[index] = 0
        gradient[index] = (up - down) / (2 * h)
    return gradient
