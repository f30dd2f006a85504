# mistake: each neuron is given the sum of all grads instead of its own
# loses: fan_out: the returns and each delta_weight
def fan_out_back(neurons, grads):
    total = sum(grads)        # gradients add up where a value fans out
    result = 0
    for neuron in neurons:
        result += neuron.back(total)
    return result
