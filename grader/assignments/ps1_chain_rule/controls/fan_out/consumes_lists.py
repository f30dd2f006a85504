def fan_out_back(neurons, grads):
    if not neurons:
        return 0.0
    neuron, grad = neurons.pop(), grads.pop()
    return neuron.back(grad) + fan_out_back(neurons, grads)
