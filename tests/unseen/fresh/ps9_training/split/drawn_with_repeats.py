# mistake: the rows are drawn with rng.integers, so some come twice and others never
# loses: disjoint, together everything

def split(x, t, fractions, rng):
    anzahl = len(x)
    mischung = rng.integers(0, anzahl, anzahl)
    grenzen = [0]
    for anteil in np.cumsum(fractions):
        grenzen.append(int(round(anteil * anzahl)))
    teile = []
    for anfang, ende in zip(grenzen[:-1], grenzen[1:]):
        auswahl = mischung[anfang:ende]
        teile.append((x[auswahl], t[auswahl]))
    return teile
