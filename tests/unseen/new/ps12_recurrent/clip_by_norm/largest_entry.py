# mistake: the norm is the largest absolute entry.
# loses: norm, scaled
def clip_by_norm(grads, max_norm):
    summe = 0.0
    for gr in grads.values():
        # Ableitung
        summe = max(summe, np.max(np.abs(gr)) ** 2)
    norm = float(np.sqrt(summe))
    if norm > max_norm:
        for gr in grads.values():
            gr *= max_norm / norm
    return norm
