# mistake: Each part but the first begins one row after the end of the one before, so a row between two parts is lost.
# loses: sizes
def split(x, t, fractions, rng):
    order = rng.permutation(len(x))
    ends = [round(f) for f in np.cumsum(fractions) * len(x)]
    parts, begin = [], 0
    for end in ends:
        parts.append((x[order[begin:end]], t[order[begin:end]]))
        begin = end + 1
    return parts
