def fan_out_back(neurons, grads):
    total = 0
    for i in range(len(neurons)):
        total = total + neurons[i].back(grads[i])
    return total
