# mistake: Every part has int(fraction·N) rows, and the rows that are left over belong to none.
# loses: sizes
def split(x, t, fractions, rng):
    order = rng.permutation(len(x))
    parts, begin = [], 0
    for f in fractions:
        size = int(f * len(x))
        chosen = order[begin : begin + size]
        parts.append((x[chosen], t[chosen]))
        begin += size
    return parts
