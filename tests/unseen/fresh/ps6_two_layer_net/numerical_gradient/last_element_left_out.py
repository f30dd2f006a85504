# mistake: the loop ends one element early, whose gradient stays 0
# loses: numerical_gradient: every element
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    n = 0
    indices = list(np.ndindex(*x.shape))
    while n < len(indices) - 1:
        i = indices[n]
        valeur = x[i]
        x[i] = valeur + h
        f1 = f(x)
        x[i] = valeur - h
        f2 = f(x)
        x[i] = valeur
        gradient[i] = (f1 - f2) / (2.0 * h)
        n += 1
    return gradient
