# mistake: decay_gradients takes every key that has a w anywhere
# loses: keys such as 'raw' or 'bW'

def decay_loss(params, strength):
    return 0.5 * strength * sum(np.sum(p**2) for name, p in params.items() if name.startswith("W"))


def decay_gradients(params, strength):
    return {name: strength * p if "W" in name.upper() else np.zeros_like(p) for name, p in params.items()}
