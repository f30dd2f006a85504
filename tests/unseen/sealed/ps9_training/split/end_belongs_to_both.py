# mistake: each part ends one row too late, so that the row at a boundary is in two parts
# loses: split_disjoint
def split(x, t, fractions, rng):
    perm = list(rng.permutation(len(x)))
    result = []
    cumulative = 0
    for share in fractions:
        first = int(cumulative * len(x) + 0.5)
        cumulative = cumulative + share
        last = int(cumulative * len(x) + 0.5)
        chosen = perm[first : last + 1]
        result.append((x[chosen], t[chosen]))
    return result
