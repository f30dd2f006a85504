# mistake: every size is rounded down, the last one too, and the rows that are left over are in no part
# loses: together everything, where the fractions don't divide N

def split(x, t, fractions, rng):
    n = len(x)
    indices = rng.permutation(n)
    partes = []
    inicio = 0
    for i, fraccion in enumerate(fractions):
        fin = inicio + int(fraccion * n)
        elegidos = indices[inicio:fin]
        partes.append((x[elegidos], t[elegidos]))
        inicio = fin
    return partes
