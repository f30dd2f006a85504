# mistake: none: np.vdot and a dict of arrays made by full_like.
# loses: nothing
def decay_loss(params, strength):
    return float(strength) * 0.5 * float(np.sum([np.vdot(params[k], params[k]) for k in params if k[:1] == "W"]))


def decay_gradients(params, strength):
    out = {k: np.full_like(p, 0.0) for k, p in params.items()}
    for k in filter(lambda k: k.startswith("W"), params):
        out[k] += strength * params[k]
    return out
