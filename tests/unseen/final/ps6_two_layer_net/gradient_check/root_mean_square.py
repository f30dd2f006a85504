# mistake: the root of the mean square in place of the mean of the absolute values
# loses: mean
def gradient_check(network, x, t):
    num, ana = network.numerical_gradient(x, t), network.gradient(x, t)
    return {k: np.sqrt(np.mean((ana[k] - num[k]) ** 2)) for k in num}
