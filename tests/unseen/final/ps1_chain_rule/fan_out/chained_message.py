# mistake: the neurons are taken for a chain: each gets what the one before handed back, and the last return is given out
# loses: sum, neurons
def fan_out_back(neurons, grads):
    g = grads[0]
    for neuron in neurons:
        g = neuron.back(g)
    return g
