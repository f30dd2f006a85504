# mistake: the loss adds the norms of the weights, not their squares
# loses: the loss

def decay_loss(params, strength):
    return 0.5 * strength * sum(np.sqrt(np.sum(w**2)) for k, w in params.items() if k.startswith("W"))


def decay_gradients(params, strength):
    return {k: strength * w if k.startswith("W") else np.zeros_like(w) for k, w in params.items()}
