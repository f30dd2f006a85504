# mistake: every part takes the first rows of a new permutation of everything, so that parts share rows and some rows are in none
# loses: split_disjoint
def split(x, t, fractions, rng):
    N = x.shape[0]
    out = []
    for frac in fractions:
        idx = rng.permutation(N)[: int(round(frac * N))]
        out.append((x[idx], t[idx]))
    return out
