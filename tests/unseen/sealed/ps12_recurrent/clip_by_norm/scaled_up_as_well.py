# mistake: the arrays are always scaled to have max_norm, also where their norm is smaller
# loses: clip_by_norm (norms below max_norm stay)
def clip_by_norm(grads, max_norm):
    norma = np.sqrt(np.sum([np.vdot(g, g) for g in grads.values()]))
    if norma > 0:
        for nome, g in grads.items():
            np.multiply(g, max_norm / norma, out=g)
    return norma
