# mistake: the values handed back are combined as the length of a vector, the root of the sum of squares.
# loses: sum
def fan_out_back(neurons, grads):
    parts = np.array([neuron.back(grad) for neuron, grad in zip(neurons, grads)])
    return float(np.sqrt(np.sum(parts ** 2)))
