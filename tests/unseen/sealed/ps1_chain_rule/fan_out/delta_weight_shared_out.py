# mistake: afterwards every neuron's delta_weight is overwritten by the sum of all of them, as though the weight were shared
# loses: fan_out
def fan_out_back(neurons, grads):
    returns = [n.back(g) for n, g in zip(neurons, grads)]
    shared = sum(n.delta_weight for n in neurons)
    for n in neurons:
        n.delta_weight = shared  # paths add up
    return sum(returns)
