# mistake: each array is clipped by its own norm.
# loses: scaled
def clip_by_norm(grads, max_norm):
    s = 0.0
    for g in grads.values():
        s += np.sum(g ** 2)
    norm = float(np.sqrt(s))
    if norm > max_norm:
        for g in grads.values():
            own = np.sqrt(np.sum(g ** 2))
            if own > max_norm:
                g *= max_norm / own
    return norm
