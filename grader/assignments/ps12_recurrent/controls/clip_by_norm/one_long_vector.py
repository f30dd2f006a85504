def clip_by_norm(grads, max_norm):
    norm = float(np.linalg.norm(np.concatenate([g.ravel() for g in grads.values()])))
    rate = max_norm / (norm + 1e-6)
    if rate < 1:
        for key in grads:
            grads[key] *= rate
    return norm
