# mistake: the borders are the single fractions, not their running sum, so the parts are wrong from the second on
# loses: sizes; together everything

def split(x, t, fractions, rng):
    anzahl = len(x)
    mischung = rng.permutation(anzahl)
    grenzen = [0]
    for anteil in fractions:
        grenzen.append(int(round(anteil * anzahl)))
    teile = []
    for anfang, ende in zip(grenzen[:-1], grenzen[1:]):
        auswahl = mischung[anfang:ende]
        teile.append((x[auswahl], t[auswahl]))
    return teile
