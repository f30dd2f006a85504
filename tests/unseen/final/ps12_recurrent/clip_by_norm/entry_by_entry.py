# mistake: Every entry is clipped to ±max_norm by itself, where all arrays are scaled by one factor.
# loses: scaled
def clip_by_norm(grads, max_norm):
    norm = np.sqrt(sum((g**2).sum() for g in grads.values()))
    if norm > max_norm:
        for g in grads.values():
            np.clip(g, -max_norm, max_norm, out=g)
    return norm
