# mistake: the biases' gradients decay as the weights' do.
# loses: others
def decay_loss(params, strength):
    suma = 0.0
    for name, prob in params.items():
        if name.startswith('W'):
            suma += np.sum(prob ** 2)
    return 0.5 * strength * suma


def decay_gradients(params, strength):
    return {name: strength * prob if name.startswith('W') else strength * prob for name, prob in params.items()}
