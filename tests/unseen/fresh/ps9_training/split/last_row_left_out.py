# mistake: each part ends one row before its border, so a row at each border is in no part
# loses: together everything

def split(x, t, fractions, rng):
    anzahl = len(x)
    mischung = rng.permutation(anzahl)
    grenzen = [0]
    for anteil in np.cumsum(fractions):
        grenzen.append(int(round(anteil * anzahl)))
    teile = []
    for anfang, ende in zip(grenzen[:-1], grenzen[1:]):
        auswahl = mischung[anfang : ende - 1]
        teile.append((x[auswahl], t[auswahl]))
    return teile
