# mistake: the element stays at x - h when the next one is nudged
# loses: x afterwards, and the gradient to a small extent

def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        before = x[place]
        x[place] = before + h
        up = f(x)
        x[place] = before - h
        down = f(x)
        gradient[place] = (up - down) / (2 * h)
    return gradient
