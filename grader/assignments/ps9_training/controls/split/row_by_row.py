def split(x, t, fractions, rng):
    """Rows and labels are paired up and shuffled as pairs; lists of pairs, tuples of arrays."""
    both = list(zip(x, t))
    order = sorted(range(len(both)), key=lambda n: keys[n]) if (keys := rng.random(len(both))) is not None else []
    sizes = [int(f * len(both) + 1e-9) for f in fractions]
    for n in range(len(both) - sum(sizes)):
        sizes[n] += 1
    found, at = [], 0
    for size in sizes:
        rows = order[at : at + size]
        found.append([np.array([both[n][0] for n in rows]), np.array([both[n][1] for n in rows])])
        at += size
    return tuple(found)
