# mistake: The loop runs over the first axis only and nudges a whole row at once.
# loses: every element of arrays with two axes or more

def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for i in range(x.shape[0]):
        kept = np.copy(x[i])
        x[i] = kept + h
        up = f(x)
        x[i] = kept - h
        down = f(x)
        x[i] = kept
        gradient[i] = (up - down) / (2 * h)
    return gradient
