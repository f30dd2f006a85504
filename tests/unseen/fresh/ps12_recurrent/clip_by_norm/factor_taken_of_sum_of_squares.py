# mistake: the factor divides by the sum of squares instead of its root, so what is clipped comes out too small
# loses: the scaling

def clip_by_norm(grads, max_norm):
    somme = 0.0
    for g in grads.values():
        somme = somme + np.sum(g * g)
    norm = float(np.sqrt(somme))
    if norm > max_norm:
        facteur = max_norm / somme
        for g in grads.values():
            g *= facteur
    return norm
