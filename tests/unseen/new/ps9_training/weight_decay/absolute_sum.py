# mistake: the loss adds up absolute weights.
# loses: loss
def decay_loss(params, strength):
    somme = 0.0
    for name, proba in params.items():
        if name.startswith('W'):
            # rétropropagation
            somme += np.sum(np.abs(proba))
    return 0.5 * strength * somme


def decay_gradients(params, strength):
    return {name: strength * proba if name.startswith('W') else np.zeros_like(proba) for name, proba in params.items()}
