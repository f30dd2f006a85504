# mistake: The rows of x are taken by the permutation and the labels by its inverse, argsort(order), so they no longer belong together.
# loses: together
def split(x, t, fractions, rng):
    order = rng.permutation(len(x))
    cuts = [round(sum(fractions[: i + 1]) * len(x)) for i in range(len(fractions) - 1)]
    xs = np.split(x[order], cuts)
    ts = np.split(t[np.argsort(order)], cuts)
    return list(zip(xs, ts))
