# mistake: the gradient keeps the one half of the loss.
# loses: weights
def decay_loss(params, strength):
    total = 0.0
    for name, p in params.items():
        if name.startswith("W"):
            total += np.sum(p**2)
    return 0.5 * strength * total


def decay_gradients(params, strength):
    return {name: 0.5 * strength * p if name.startswith("W") else np.zeros_like(p) for name, p in params.items()}
