# mistake: takes grads.pop() while walking the neurons from the front: pairs them the wrong way round and empties the list
# loses: fan_out: the returns, each delta_weight, the lists left as they are
def fan_out_back(neurons, grads):
    s = 0.0
    for n in neurons:
        s += n.back(grads.pop())
    return s
