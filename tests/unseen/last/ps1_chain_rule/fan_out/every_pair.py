# mistake: two nested loops give every gradient to every neuron and add up all that comes back.
# loses: sum, neurons
def fan_out_back(neurons, grads):
    somme = 0.0
    for neuron in neurons:
        for grad in grads:
            somme += neuron.back(grad)
    return somme
