# mistake: the common norm is taken as the sum of the arrays' own norms
# loses: clip_by_norm (with several arrays)
def clip_by_norm(grads, max_norm):
    norm = 0.0
    for key in grads:
        norm += np.linalg.norm(grads[key])
    if norm > max_norm:
        scale = max_norm / norm
        for key in grads:
            grads[key] *= scale
    return norm
