# mistake: the difference is taken forward only, between x + h and x
# loses: the accuracy of central differences

def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        before = x[place]
        x[place] = before + h
        up = f(x)
        x[place] = before
        down = f(x)
        gradient[place] = (up - down) / h
    return gradient
