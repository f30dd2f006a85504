# mistake: the sum of squares is taken for the norm.
# loses: norm, scaled, small
def clip_by_norm(grads, max_norm):
    summe = 0.0
    for gr in grads.values():
        summe += np.sum(gr ** 2)
    norm = float(summe)
    if norm > max_norm:
        for gr in grads.values():
            gr *= max_norm / norm
    return norm
