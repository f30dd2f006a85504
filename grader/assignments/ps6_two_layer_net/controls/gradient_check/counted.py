from collections import defaultdict


def gradient_check(network, x, t):
    mean = defaultdict(float)
    back, trial = network.gradient(x, t), network.numerical_gradient(x, t)
    for name, slope in trial.items():
        for difference in (back[name] - slope).flat:
            mean[name] += abs(difference) / slope.size
    return mean
