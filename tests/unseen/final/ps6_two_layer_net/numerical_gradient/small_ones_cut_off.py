# mistake: derivatives smaller than 0.01 in size are set to 0 as "noise"
# loses: central, every_element
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
        slope = (up - down) / (2 * h)
        gradient[index] = slope if abs(slope) > 1e-2 else 0.0
    return gradient
