# mistake: decay_loss adds up the norms of the arrays instead of their squares
# loses: decay_loss

def decay_loss(params, strength):
    return 0.5 * strength * sum(np.linalg.norm(p) for name, p in params.items() if name.startswith("W"))


def decay_gradients(params, strength):
    return {name: strength * p if name.startswith("W") else np.zeros_like(p) for name, p in params.items()}
