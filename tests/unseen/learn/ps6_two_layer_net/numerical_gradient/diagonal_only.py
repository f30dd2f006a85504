# mistake: the loop zips the row and column indices, so only the diagonal is visited.
# loses: every_element
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    indices = zip(*(range(n) for n in x.shape))
    for index in indices:
        old = x[index]
        x[index] = old + h
        plus = f(x)
        x[index] = old - h
        minus = f(x)
        x[index] = old
        gradient[index] = (plus - minus) / (2 * h)
    return gradient
