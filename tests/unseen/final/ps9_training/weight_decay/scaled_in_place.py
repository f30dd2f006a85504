# mistake: The dict is copied but its arrays are not, and the gradient is made by multiplying the weights themselves in place.
# loses: fresh
def decay_loss(params, strength):
    squares = [np.vdot(w, w) for k, w in params.items() if k.startswith("W")]
    return 0.5 * strength * sum(squares)


def decay_gradients(params, strength):
    grads = params.copy()
    for k in grads:
        if k.startswith("W"):
            grads[k] *= strength
        else:
            grads[k] = np.zeros_like(grads[k])
    return grads
