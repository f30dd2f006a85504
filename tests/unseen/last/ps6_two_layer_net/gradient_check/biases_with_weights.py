# mistake: a bias gets the mean of its own and its weights' differences.
# loses: per_parameter, mean
def gradient_check(network, x, t):
    num, ana = network.numerical_gradient(x, t), network.gradient(x, t)
    diff = {k: np.abs(num[k] - ana[k]).mean() for k in num}
    for i in "12":
        diff["b" + i] = (diff["b" + i] + diff["W" + i]) / 2
    return diff
