# mistake: none: rows sorted by random numbers, tuples, sizes by largest remainders.
# loses: nothing
def split(x, t, fractions, rng):
    n = len(x)
    sizes = [int(f * n) for f in fractions]
    by_rest = sorted(range(len(fractions)), key=lambda i: sizes[i] - fractions[i] * n)
    for i in by_rest[: n - sum(sizes)]:
        sizes[i] += 1
    order = sorted(range(n), key=dict(enumerate(rng.random(n))).get)
    parts = []
    while sizes:
        size = sizes.pop(0)
        mine, order = order[:size], order[size:]
        parts.append((x[mine], t[mine]))
    return tuple(parts)
