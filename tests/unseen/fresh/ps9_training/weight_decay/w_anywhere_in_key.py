# mistake: a key counts where a W stands anywhere in it, in the loss and in the gradients
# loses: keys that begin with something else

def decay_loss(params, strength):
    return 0.5 * strength * sum(np.sum(w**2) for k, w in params.items() if "W" in k)


def decay_gradients(params, strength):
    return {k: strength * w if "W" in k else np.zeros_like(w) for k, w in params.items()}
