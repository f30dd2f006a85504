# mistake: the sum is made from weight times grad directly, so no neuron's delta_weight is set
# loses: fan_out: each delta_weight
def fan_out_back(neurons, grads):
    weights = np.array([n.weight for n in neurons])
    return float(np.dot(weights, grads))
