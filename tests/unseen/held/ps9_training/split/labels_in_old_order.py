# mistake: x is shuffled and t is not
# loses: rows and labels belong together

def split(x, t, fractions, rng):
    order = rng.permutation(len(x))
    ends = np.round(np.cumsum(fractions) * len(x)).astype(int)
    starts = np.concatenate([[0], ends[:-1]])
    return [(x[order[a:b]], t[a:b]) for a, b in zip(starts, ends)]
