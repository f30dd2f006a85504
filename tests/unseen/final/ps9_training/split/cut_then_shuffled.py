# mistake: The rows are cut in their old order and shuffled only inside each part, so rng doesn't decide who goes where.
# loses: shuffled
def split(x, t, fractions, rng):
    n, parts, begin = len(x), [], 0
    ends = np.round(np.cumsum(fractions) * n).astype(int)
    for end in ends:
        rows = np.arange(begin, end)
        rng.shuffle(rows)
        parts.append((x[rows], t[rows]))
        begin = end
    return parts
