# mistake: the loss takes np.linalg.norm(W, 2), which for a matrix is the largest singular value, in place of the root of the sum of squares
# loses: weight_decay_loss
def decay_loss(params, strength):
    total = 0.0
    for name in params:
        if name.startswith("W"):
            total += np.linalg.norm(params[name], 2) ** 2
    return strength * total / 2


def decay_gradients(params, strength):
    grads = {}
    for name in params:
        grads[name] = strength * params[name] if name.startswith("W") else 0.0 * params[name]
    return grads
