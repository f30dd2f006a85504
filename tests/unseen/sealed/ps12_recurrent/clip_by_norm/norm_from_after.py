# mistake: the norm that is returned is that of the clipped arrays
# loses: clip_by_norm (what is returned, where it clips)
def clip_by_norm(grads, max_norm):
    def norm_of(d):
        return float(np.sqrt(sum(np.sum(g**2) for g in d.values())))

    norm = norm_of(grads)
    if norm > max_norm:
        for g in grads.values():
            g *= max_norm / norm
        norm = norm_of(grads)
    return norm
