# mistake: only the neurons' largest return in size is given, with its sign: one road in place of all
# loses: sum
def fan_out_back(neurons, grads):
    zurueck = [n.back(g) for n, g in zip(neurons, grads)]
    return max(zurueck, key=abs)
