# mistake: Each part draws its rows from all rows anew, so parts have rows in common and others are in none.
# loses: disjoint
def split(x, t, fractions, rng):
    n = len(x)
    ends = np.round(np.cumsum(fractions) * n).astype(int)
    sizes = np.diff(np.concatenate(([0], ends)))
    pairs = []
    for size in sizes:
        rows = rng.choice(n, size, replace=False)
        pairs.append((x[rows], t[rows]))
    return pairs
