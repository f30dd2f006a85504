# mistake: braces make a set of the returns: two equal ones count only once
# loses: sum
def fan_out_back(neurons, grads):
    return sum({neuron.back(grad) for neuron, grad in zip(neurons, grads)})
