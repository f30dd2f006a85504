# mistake: each neuron also takes a step, with a learning rate of 0.01
# loses: neurons
def fan_out_back(neurons, grads):
    total = 0.0
    for i, neuron in enumerate(neurons):
        total += neuron.back(grads[i])
        neuron.fit(0.01)
    return total
