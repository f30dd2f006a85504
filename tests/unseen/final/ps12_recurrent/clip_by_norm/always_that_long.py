# mistake: The arrays are scaled to max_norm whatever their norm is, so short gradients become longer.
# loses: small
def clip_by_norm(grads, max_norm):
    norm = np.sqrt(sum((g**2).sum() for g in grads.values()))
    if norm > 0:
        for key in grads:
            grads[key] *= max_norm / norm
    return norm
