# mistake: old = x[index:…] as a view is no copy: the "old value" moves with the nudge, so x isn't put back
# loses: central, every_element, in_place
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    flat = x.reshape(-1)
    for i in range(flat.size):
        alt = flat[i : i + 1]
        flat[i] = alt[0] + h
        oben = f(x)
        flat[i] = alt[0] - h
        unten = f(x)
        gradient.reshape(-1)[i] = (oben - unten) / (2 * h)
        flat[i] = alt[0]
    return gradient
