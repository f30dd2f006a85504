# mistake: each part begins with the first row again.
# loses: sizes, disjoint
def split(x, t, fractions, rng):
    n = len(x)
    order = rng.permutation(n)
    ends = np.round(np.cumsum(fractions) * n).astype(int)
    ends[-1] = n
    pairs, start = [], 0
    for end in ends:
        chosen = order[:end]
        pairs.append((x[chosen], t[chosen]))
        start = end
    return pairs
