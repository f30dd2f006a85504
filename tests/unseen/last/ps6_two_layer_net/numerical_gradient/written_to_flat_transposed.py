# mistake: the result is filled in column by column and so stands in other places.
# loses: every_element
def numerical_gradient(f, x):
    h = 0.0001
    werte = []
    for ix in np.ndindex(x.shape):
        alt = x[ix]
        x[ix] = alt + h
        oben = f(x)
        x[ix] = alt - h
        unten = f(x)
        x[ix] = alt
        werte.append((oben - unten) / (2 * h))
    return np.array(werte).reshape(x.shape, order='F')
