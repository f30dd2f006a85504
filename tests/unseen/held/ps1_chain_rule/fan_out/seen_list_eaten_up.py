# mistake: The gradients are popped off the caller's list, which is empty afterwards.
# loses: grads left as they were

def fan_out_back(neurons, grads):
    total = 0.0
    for neuron in neurons:
        total += neuron.back(grads.pop(0))
    return total
