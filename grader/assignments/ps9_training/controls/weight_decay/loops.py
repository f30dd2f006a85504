def decay_loss(params, strength):
    total = 0
    for key in params:
        if key[0] == "W":
            for w in params[key].flat:
                total += w * w
    return strength * total / 2


def decay_gradients(params, strength):
    grads = {}
    for key, value in params.items():
        grads[key] = np.zeros(value.shape)
        if key[:1] == "W":
            grads[key] += strength * value
    return grads
