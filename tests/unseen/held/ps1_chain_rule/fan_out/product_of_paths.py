# mistake: the returns of the neurons are multiplied, as if they stood in a chain
# loses: the result

def fan_out_back(neurons, grads):
    return np.prod([neuron.back(grad) for neuron, grad in zip(neurons, grads)])
