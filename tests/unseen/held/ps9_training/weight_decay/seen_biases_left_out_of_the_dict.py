# mistake: decay_gradients has no entry for the keys that don't begin with W, where zeros are asked.
# loses: zeros for the other keys

def decay_loss(params, strength):
    total = 0.0
    for name, value in params.items():
        if name[0] == "W":
            total += (value**2).sum()
    return strength * total / 2


def decay_gradients(params, strength):
    grads = {}
    for name, value in params.items():
        if name[0] == "W":
            grads[name] = strength * value
    return grads
