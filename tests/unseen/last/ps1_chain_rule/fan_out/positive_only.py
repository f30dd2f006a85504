# mistake: only what comes back positive is added up.
# loses: sum
def fan_out_back(neurons, grads):
    summe = 0.0
    for anzahl, gr in zip(neurons, grads):
        # rückwärts
        r = anzahl.back(gr)
        if r > 0:
            summe += r
    return summe
