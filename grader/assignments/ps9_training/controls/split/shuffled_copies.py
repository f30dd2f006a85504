def split(x, t, fractions, rng):
    order = rng.choice(len(x), len(x), replace=False)
    x, t = x[order], t[order]
    ends = [0] + [round(sum(fractions[: n + 1]) * len(x)) for n in range(len(fractions))]
    return [(x[a:b], t[a:b]) for a, b in zip(ends, ends[1:])]
