# mistake: the dictionary is copied but not its arrays, which are then multiplied in place: the parameters themselves become the gradients
# loses: weight_decay_fresh
def decay_loss(params, strength):
    W = [v.ravel() for k, v in params.items() if k[0] == "W"]
    return 0.5 * strength * float(sum(w @ w for w in W))


def decay_gradients(params, strength):
    out = params.copy()
    for k in out:
        out[k] *= strength if k[0] == "W" else 0.0
    return out
