# mistake: each element stays nudged up while the next ones are tried; all are put back at the end.
# loses: central, every_element, in_place, restored
def numerical_gradient(f, x):
    h = 1e-4
    start = x.copy()
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        x[index] = start[index] - 1000 * h
        down = f(x)
        x[index] = start[index] + 1000 * h
        up = f(x)
        gradient[index] = (up - down) / (2000 * h)
    x[...] = start
    return gradient
