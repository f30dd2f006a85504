# mistake: Each neuron is given the sum of all gradients in place of the one that belongs to it.
# loses: delta_weight of each neuron, returned sum

def fan_out_back(neurons, grads):
    gesamt = sum(grads)
    dx = 0
    for n in neurons:
        dx += n.back(gesamt)
    return dx
