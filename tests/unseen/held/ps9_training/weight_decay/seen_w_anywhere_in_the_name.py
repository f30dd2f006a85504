# mistake: Every key with a "W" somewhere in it counts as a weight, also one that begins with another letter.
# loses: keys that don't begin with W

def decay_loss(params, strength):
    return 0.5 * strength * sum(np.sum(p**2) for k, p in params.items() if "W" in k)


def decay_gradients(params, strength):
    return {k: strength * p if "W" in k else np.zeros_like(p) for k, p in params.items()}
