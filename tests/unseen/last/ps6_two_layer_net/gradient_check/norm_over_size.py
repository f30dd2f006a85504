# mistake: the length of the difference is divided by the number of entries.
# loses: mean
def gradient_check(network, x, t):
    num = network.numerical_gradient(x, t)
    ana = network.gradient(x, t)
    ergebnis = {}
    for k in ana:
        d = ana[k] - num[k]
        ergebnis[k] = np.linalg.norm(d) / d.size
    return ergebnis
