# mistake: the loop runs over the first axis only and nudges a whole row at once, so all entries of a row get the row's sum
# loses: numerical_gradient
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for i in range(x.shape[0]):
        old = np.copy(x[i])
        x[i] = old + h
        up = f(x)
        x[i] = old - h
        down = f(x)
        x[i] = old
        gradient[i] = (up - down) / (2 * h)
    return gradient
