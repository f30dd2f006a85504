# mistake: nudges by h·x[i] but divides by 2h, so every entry carries the factor x[i]
# loses: central, every_element, in_place
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old * (1 + h)
        up = f(x)
        x[index] = old * (1 - h)
        down = f(x)
        x[index] = old
        gradient[index] = (up - down) / (2 * h)
    return gradient
