# mistake: A key counts as a weight if it contains a "W" anywhere, where it has to begin with one.
# loses: loss others
def _is_weight(key):
    return "W" in key


def decay_loss(params, strength):
    return 0.5 * strength * sum(np.sum(w**2) for key, w in params.items() if _is_weight(key))


def decay_gradients(params, strength):
    return {key: strength * p if _is_weight(key) else np.zeros_like(p) for key, p in params.items()}
