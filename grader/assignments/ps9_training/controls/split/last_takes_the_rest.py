def split(x, t, fractions, rng):
    order = np.arange(len(x))
    rng.shuffle(order)
    parts, begin = [], 0
    for n, fraction in enumerate(fractions):
        end = len(x) if n == len(fractions) - 1 else begin + int(len(x) * fraction)
        rows = order[begin:end]
        parts.append((x[rows], t[rows]))
        begin = end
    return parts
