# mistake: An array counts as a weight only if it has two axes as well, so weights of other shapes under keys with "W" don't decay.
# loses: loss weights
def decays(key, p):
    return key.startswith("W") and p.ndim == 2


def decay_loss(params, strength):
    return 0.5 * strength * sum((p**2).sum() for key, p in params.items() if decays(key, p))


def decay_gradients(params, strength):
    return {key: strength * p if decays(key, p) else np.zeros_like(p) for key, p in params.items()}
