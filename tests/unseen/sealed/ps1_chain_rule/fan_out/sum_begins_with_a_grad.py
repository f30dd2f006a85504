# mistake: the sum of the returns does not begin at 0 but at the first grad
# loses: fan_out
def fan_out_back(neurons, grads):
    result = grads[0]
    for i in range(len(neurons)):
        result = result + neurons[i].back(grads[i])
    return result
