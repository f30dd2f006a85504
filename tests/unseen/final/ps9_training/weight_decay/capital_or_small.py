# mistake: Keys that begin with a small "w" count as weights, too.
# loses: loss others
def decay_loss(params, strength):
    loss = 0
    for key, value in params.items():
        if key.lower().startswith("w"):
            loss += (value**2).sum()
    return strength * loss / 2


def decay_gradients(params, strength):
    out = {}
    for key, value in params.items():
        out[key] = value * strength if key.lower().startswith("w") else np.zeros_like(value)
    return out
