# mistake: Only the keys "W1" and "W2" count as weights, where it is every key that begins with "W".
# loses: loss weights
def decay_loss(params, strength):
    return 0.5 * strength * sum(np.sum(params[k] ** 2) for k in ("W1", "W2") if k in params)


def decay_gradients(params, strength):
    grads = {k: np.zeros_like(p) for k, p in params.items()}
    for k in ("W1", "W2"):
        if k in params:
            grads[k] = strength * params[k]
    return grads
