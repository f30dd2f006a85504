# mistake: For a strength of 0 decay_gradients gives an empty dict, where every key has zeros.
# loses: others weights
def decay_loss(params, strength):
    return 0.5 * strength * sum(np.sum(p * p) for k, p in params.items() if k.startswith("W"))


def decay_gradients(params, strength):
    if not strength:
        return {}
    return {k: strength * p if k.startswith("W") else np.zeros_like(p) for k, p in params.items()}
