# mistake: the scaling stands after the loop, so only the last array is scaled
# loses: the scaling

def clip_by_norm(grads, max_norm):
    somme = 0.0
    for g in grads.values():
        somme = somme + np.sum(g * g)
    norm = float(np.sqrt(somme))
    if norm > max_norm:
        facteur = max_norm / norm
        g *= facteur
    return norm
