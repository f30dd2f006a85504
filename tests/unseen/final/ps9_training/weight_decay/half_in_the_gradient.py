# mistake: The gradient of a weight is ½·strength·W: the ½ of the loss is kept, though the square's 2 cancels it.
# loses: weights
def decay_loss(params, strength):
    total = 0.0
    for name in params:
        if name.startswith("W"):
            total += 0.5 * strength * np.sum(params[name] * params[name])
    return total


def decay_gradients(params, strength):
    grads = {}
    for name in params:
        if name.startswith("W"):
            grads[name] = 0.5 * strength * params[name]
        else:
            grads[name] = np.zeros(params[name].shape)
    return grads
