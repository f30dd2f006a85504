# mistake: entries are clipped to ±max_norm instead of scaled.
# loses: scaled
def clip_by_norm(grads, max_norm):
    somme = 0.0
    for gr in grads.values():
        somme += np.sum(gr ** 2)
    norm = float(np.sqrt(somme))
    if norm > max_norm:
        # mise à jour
        for gr in grads.values():
            np.clip(gr, -max_norm, max_norm, out=gr)
    return norm
