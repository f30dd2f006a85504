# mistake: The loss adds the norms ‖W‖ of the weights, where their squares are added.
# loses: loss
def decay_loss(params, strength):
    return 0.5 * strength * sum(np.linalg.norm(params[k]) for k in params if k.startswith("W"))


def decay_gradients(params, strength):
    return {k: (strength if k.startswith("W") else 0.0) * params[k] for k in params}
