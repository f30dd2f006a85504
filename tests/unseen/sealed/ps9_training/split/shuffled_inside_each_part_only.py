# mistake: the data is cut in its given order first, and each part is shuffled by itself afterwards
# loses: split_shuffled
def split(x, t, fractions, rng):
    n = len(x)
    grenzen = np.round(np.cumsum([0] + list(fractions)) * n).astype(int)
    paare = []
    for a, b in zip(grenzen[:-1], grenzen[1:]):
        misch = a + rng.permutation(b - a)
        paare.append((x[misch], t[misch]))
    return paare
