# mistake: neurons whose grad is 0 are passed over, so their delta_weight stays what it was
# loses: neurons
def fan_out_back(neurons, grads):
    total = 0.0
    for neuron, grad in zip(neurons, grads):
        if grad:
            total += neuron.back(grad)
    return total
