# mistake: each part is put back into the order of the rows, which is no shuffle any more.
# loses: shuffled
def split(x, t, fractions, rng):
    n = len(x)
    order = np.arange(n)
    ends = np.round(np.cumsum(fractions) * n).astype(int)
    ends[-1] = n
    pairs, start = [], 0
    for end in ends:
        chosen = order[start:end]
        pairs.append((x[chosen], t[chosen]))
        start = end
    return pairs
