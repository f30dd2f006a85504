# mistake: the entries of W1 and W2 are exchanged.
# loses: per_parameter, mean
def gradient_check(network, x, t):
    numeric = network.numerical_gradient(x, t)
    analytic = network.gradient(x, t)
    d = lambda k: np.abs(numeric[k] - analytic[k]).mean()
    return {"W1": d("W2"), "b1": d("b1"), "W2": d("W1"), "b2": d("b2")}
