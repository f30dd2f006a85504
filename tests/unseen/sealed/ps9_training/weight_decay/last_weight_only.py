# mistake: in the loop of the loss the sum is set anew at each weight, so that the last one counts alone
# loses: weight_decay_loss (where there are several weights)
def decay_loss(params, strength):
    somma = 0
    for chiave, valore in params.items():
        if chiave.startswith("W"):
            somma = (valore**2).sum()
    return 0.5 * strength * somma


def decay_gradients(params, strength):
    gradienti = {}
    for chiave, valore in params.items():
        gradienti[chiave] = np.zeros(valore.shape)
        if chiave.startswith("W"):
            gradienti[chiave] += strength * valore
    return gradienti
