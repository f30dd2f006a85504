# mistake: every neuron gets the sum of all grads as its message, not its own
# loses: fan_out
def fan_out_back(neurons, grads):
    total = sum(grads)
    return sum(neuron.back(total) for neuron in neurons)
