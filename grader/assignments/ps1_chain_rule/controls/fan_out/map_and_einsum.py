def fan_out_back(neurons, grads):
    for neuron, grad in zip(neurons, grads):
        neuron.back(grad)
    return np.einsum("i,i->", [neuron.weight for neuron in neurons], grads)
