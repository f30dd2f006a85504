# mistake: every neuron receives the sum of all gradients instead of its own
# loses: the result and delta_weight

def fan_out_back(neurons, grads):
    insgesamt = 0.0
    for i in range(len(neurons)):
        insgesamt += neurons[i].back(sum(grads))
    return insgesamt
