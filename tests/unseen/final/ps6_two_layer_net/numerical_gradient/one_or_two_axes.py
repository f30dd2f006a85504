# mistake: knows vectors and matrices; an array of three axes comes back as zeros
# loses: every_element
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    if x.ndim == 1:
        places = [(i,) for i in range(len(x))]
    elif x.ndim == 2:
        places = [(i, j) for i in range(x.shape[0]) for j in range(x.shape[1])]
    else:
        places = []
    for p in places:
        old = x[p]
        x[p] = old + h
        up = f(x)
        x[p] = old - h
        down = f(x)
        x[p] = old
        gradient[p] = (up - down) / (2 * h)
    return gradient
