# mistake: derivatives are clipped to ±10
# loses: every_element
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h
        up = f(x)
        x[index] = old - h
        down = f(x)
        x[index] = old
        gradient[index] = max(-10.0, min(10.0, (up - down) / (2 * h)))
    return gradient
