# mistake: the gradient of a bias is an array of a single zero
# loses: the shape of the other gradients

def decay_loss(params, strength):
    return 0.5 * strength * sum(np.sum(p**2) for name, p in params.items() if name.startswith("W"))


def decay_gradients(params, strength):
    return {name: strength * p if name.startswith("W") else np.zeros(1) for name, p in params.items()}
