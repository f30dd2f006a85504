# mistake: For keys that are no weights the gradient is the number 0.0, where it is an array of zeros of the parameter's shape.
# loses: others
def decay_loss(params, strength):
    return strength / 2 * sum((v**2).sum() for k, v in params.items() if k[0] == "W")


def decay_gradients(params, strength):
    return {k: strength * v if k[0] == "W" else 0.0 for k, v in params.items()}
