# mistake: returns the norm that the gradients have after clipping
# loses: the norm from before

def clip_by_norm(grads, max_norm):
    somme = 0.0
    for g in grads.values():
        somme = somme + np.sum(g * g)
    norm = float(np.sqrt(somme))
    if norm > max_norm:
        facteur = max_norm / norm
        for g in grads.values():
            g *= facteur
    return min(norm, max_norm)
