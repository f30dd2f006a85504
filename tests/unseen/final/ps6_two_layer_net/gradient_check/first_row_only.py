# mistake: len(array) in place of array.size in the mean: the sum of a matrix is divided by its rows only
# loses: mean
def gradient_check(network, x, t):
    num, ana = network.numerical_gradient(x, t), network.gradient(x, t)
    result = {}
    for k in num:
        result[k] = np.abs(ana[k] - num[k]).sum() / len(num[k])
    return result
