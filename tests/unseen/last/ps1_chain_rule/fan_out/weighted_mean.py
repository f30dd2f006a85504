# mistake: what comes back is averaged with the absolute weights as shares.
# loses: sum
def fan_out_back(neurons, grads):
    back = [anzahl.back(gr) for anzahl, gr in zip(neurons, grads)]
    w = [abs(anzahl.weight) for anzahl in neurons]
    return sum((b * v for b, v in zip(back, w))) / sum(w)
