# mistake: a copy of x is nudged, so an f that looks at x itself sees no change
# loses: an f that ignores its argument, as a network's loss does

def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    x = x.copy()
    it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        ort = it.multi_index
        alt = float(x[ort])
        werte = []
        for schritt in (h, -h):
            x[ort] = alt + schritt
            werte.append(f(x))
        x[ort] = alt
        gradient[ort] = (werte[0] - werte[1]) / (2 * h)
        it.iternext()
    return gradient
