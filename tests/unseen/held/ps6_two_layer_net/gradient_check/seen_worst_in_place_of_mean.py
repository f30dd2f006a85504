# mistake: The largest difference is reported for each parameter, not the mean.
# loses: mean absolute difference

def gradient_check(network, x, t):
    num = network.numerical_gradient(x, t)
    ana = network.gradient(x, t)
    ergebnis = {}
    for k in num.keys():
        ergebnis[k] = np.max(np.abs(ana[k] - num[k]))
    return ergebnis
