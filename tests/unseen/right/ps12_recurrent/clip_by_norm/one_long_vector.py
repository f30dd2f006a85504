# mistake: none: one long vector, and each array written anew through [...].
# loses: nothing
def clip_by_norm(grads, max_norm):
    long = np.concatenate([np.ravel(g) for g in grads.values()])
    norm = np.sqrt(long @ long)
    if norm > max_norm:
        for g in grads.values():
            g[...] = max_norm * (g / (norm + 1e-6))
    return norm
