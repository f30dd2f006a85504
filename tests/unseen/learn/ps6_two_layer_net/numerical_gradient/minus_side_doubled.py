# mistake: on the way down 3h are taken off from above, so the lower point is two h below while 2h is the divisor.
# loses: central, every_element, in_place
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        x[index] += h
        up = f(x)
        x[index] -= 3 * h
        down = f(x)
        x[index] += 2 * h
        gradient[index] = (up - down) / (2 * h)
    return gradient
