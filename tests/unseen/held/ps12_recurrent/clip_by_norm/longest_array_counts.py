# mistake: the norm is that of the longest single array instead of all arrays together
# loses: the returned norm and the scale with several arrays

def clip_by_norm(grads, max_norm):
    norm = max(np.linalg.norm(g) for g in grads.values())
    if norm > max_norm:
        for g in grads.values():
            g *= max_norm / norm
    return norm
