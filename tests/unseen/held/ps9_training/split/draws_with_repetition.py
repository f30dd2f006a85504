# mistake: the rows are drawn with repetition, so that some occur twice and others never
# loses: disjoint, and together everything

def split(x, t, fractions, rng):
    order = rng.integers(0, len(x), len(x))
    ends = np.round(np.cumsum(fractions) * len(x)).astype(int)
    starts = np.concatenate([[0], ends[:-1]])
    return [(x[order[a:b]], t[order[a:b]]) for a, b in zip(starts, ends)]
