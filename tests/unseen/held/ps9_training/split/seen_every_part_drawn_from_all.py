# mistake: Each part is drawn anew from all rows, so parts overlap and rows are left out.
# loses: disjoint parts

def split(x, t, fractions, rng):
    n = len(x)
    parts = []
    ends = np.round(np.cumsum(fractions) * n).astype(int)
    for size in np.diff(np.concatenate([[0], ends])):
        pick = rng.choice(n, size, replace=False)
        parts.append((x[pick], t[pick]))
    return parts
