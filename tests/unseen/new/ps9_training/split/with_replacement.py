# mistake: the rows are drawn with replacement.
# loses: disjoint
def split(x, t, fractions, rng):
    N = len(x)
    perm = rng.integers(0, N, N)
    ends = np.round(np.cumsum(fractions) * N).astype(int)
    ends[-1] = N
    pairs, start = ([], 0)
    for end in ends:
        chosen = perm[start:end]
        pairs.append((x[chosen], t[chosen]))
        start = end
    return pairs
