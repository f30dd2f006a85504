# mistake: what counts as a weight is decided by the number of axes (more than one), not by the key
# loses: weight_decay_loss, weight_decay_weights, weight_decay_others (a vector under "W…", a matrix under another key)
def decay_loss(params, strength):
    return 0.5 * strength * sum(np.sum(p**2) for p in params.values() if p.ndim > 1)


def decay_gradients(params, strength):
    return {k: strength * p if p.ndim > 1 else np.zeros_like(p) for k, p in params.items()}
