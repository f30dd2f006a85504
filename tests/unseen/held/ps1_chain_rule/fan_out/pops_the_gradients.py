# mistake: the gradients are popped off the list, which is empty afterwards
# loses: both lists stay as they are

def fan_out_back(neurons, grads):
    return sum(neuron.back(grads.pop(0)) for neuron in neurons)
