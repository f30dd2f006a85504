# mistake: what a neuron returns is added to the message of the next one, as if they stood in a row
# loses: fan_out
def fan_out_back(neurons, grads):
    """One value went into all the neurons. Returns dloss/dvalue, a number."""
    back = 0.0
    for neuron, grad in zip(neurons, grads):
        back = neuron.back(grad + back)
    return back
