# mistake: the returns are added like lengths, as the root of the sum of their squares
# loses: sum
def fan_out_back(neurons, grads):
    parts = np.array([n.back(g) for n, g in zip(neurons, grads)])
    return float(np.sqrt(np.sum(parts**2)))
