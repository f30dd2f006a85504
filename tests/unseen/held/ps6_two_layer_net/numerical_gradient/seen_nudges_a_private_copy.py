# mistake: A copy of x is nudged and handed to f, so an f that looks at x itself sees no change.
# loses: f that looks at x itself

def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    probe = x.copy()
    for idx in np.ndindex(x.shape):
        alt = probe[idx]
        probe[idx] = alt + h
        oben = f(probe)
        probe[idx] = alt - h
        unten = f(probe)
        probe[idx] = alt
        gradient[idx] = (oben - unten) / (2 * h)
    return gradient
