# mistake: what earlier neurons handed back is added to the gradient that the next one is given.
# loses: sum, neurons
def fan_out_back(neurons, grads):
    acc = 0.0
    for k, neuron in enumerate(neurons):
        acc += neuron.back(grads[k] + acc)
    return acc
