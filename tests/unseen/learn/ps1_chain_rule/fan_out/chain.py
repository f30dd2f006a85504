# mistake: the neurons are gone through like a chain: each is given its gradient times what the one before handed back.
# loses: sum, neurons
def fan_out_back(neurons, grads):
    value = 1.0
    for neuron, grad in zip(neurons, grads):
        value = neuron.back(grad * value)
    return value
