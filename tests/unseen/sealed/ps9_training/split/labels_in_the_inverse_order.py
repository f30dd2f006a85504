# mistake: the rows are taken in the shuffled order and the labels in the inverse of it (argsort of the order)
# loses: split_together
def split(x, t, fractions, rng):
    order = rng.permutation(len(x))
    back = np.argsort(order)
    xs, ts = x[order], t[back]
    pairs, start, running = [], 0, 0.0
    for f in fractions:
        running += f
        stop = int(round(running * len(x)))
        pairs.append((xs[start:stop], ts[start:stop]))
        start = stop
    return pairs
