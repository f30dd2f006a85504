# mistake: keys that contain a W anywhere decay.
# loses: loss
def decay_loss(params, strength):
    total = 0.0
    for name, p in params.items():
        if "W" in name.upper():
            total += np.sum(p**2)
    return 0.5 * strength * total


def decay_gradients(params, strength):
    return {name: strength * p if name.startswith("W") else np.zeros_like(p) for name, p in params.items()}
