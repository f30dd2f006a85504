# mistake: the sum starts with the first neuron's return and runs over range(1, n − 1), so the last neuron is missing
# loses: sum, neurons
def fan_out_back(neurons, grads):
    somme = neurons[0].back(grads[0])
    for i in range(1, len(neurons) - 1):
        somme += neurons[i].back(grads[i])
    return somme
