def clip_by_norm(grads, max_norm):
    norm = 0.0
    for _, g in sorted(grads.items()):
        norm = np.hypot(norm, np.linalg.norm(g))
    scale = 1.0 if norm <= max_norm else max_norm / norm
    if scale != 1.0:
        [np.multiply(g, scale, out=g) for g in grads.values()]
    return norm
