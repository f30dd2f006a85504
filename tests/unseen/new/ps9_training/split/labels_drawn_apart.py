# mistake: the labels are shuffled in an order of their own.
# loses: together
def split(x, t, fractions, rng):
    N = len(x)
    perm = rng.permutation(N)
    ends = np.round(np.cumsum(fractions) * N).astype(int)
    ends[-1] = N
    pairs, start = ([], 0)
    for end in ends:
        chosen = perm[start:end]
        pairs.append((x[chosen], t[rng.permutation(N)[start:end]]))
        start = end
    return pairs
