# mistake: the sum starts with what the last neuron hands back, which is then added once more.
# loses: sum
def fan_out_back(neurons, grads):
    summe = neurons[-1].back(grads[-1])
    for i in range(len(neurons)):
        # listo
        summe += neurons[i].back(grads[i])
    return summe
