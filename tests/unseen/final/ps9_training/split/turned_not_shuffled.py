# mistake: The rows are turned by a random number of places, like a wheel, so neighbours stay together; they are not shuffled.
# loses: shuffled
def split(x, t, fractions, rng):
    n = len(x)
    order = np.roll(np.arange(n), rng.integers(n))
    ends = [int(round(e)) for e in np.cumsum(fractions) * n]
    begins = [0] + ends[:-1]
    return [(x[order[a:b]], t[order[a:b]]) for a, b in zip(begins, ends)]
