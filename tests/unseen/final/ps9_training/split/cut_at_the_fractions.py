# mistake: The cuts are at fraction·N of each fraction, where they are at the sums of the fractions so far.
# loses: sizes
def split(x, t, fractions, rng):
    index = np.arange(len(x))
    rng.shuffle(index)
    cuts = sorted(int(round(f * len(x))) for f in fractions[:-1])
    return [(x[part], t[part]) for part in np.split(index, cuts)]
