# mistake: All sizes are rounded down and the rows left over go to no part.
# loses: all rows in the parts

def split(x, t, fractions, rng):
    order = rng.permutation(len(x))
    out, begin = [], 0
    for f in fractions:
        size = int(f * len(x))
        idx = order[begin : begin + size]
        out.append((x[idx], t[idx]))
        begin += size
    return out
