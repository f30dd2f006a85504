def gradient_check(network, x, t):
    """With the function of section 2 instead of the network's own method."""
    right = network.gradient(x, t)
    differences = {}
    for name in network.params:
        slow = numerical_gradient(lambda _: network.loss(x, t), network.params[name])
        differences[name] = np.linalg.norm((right[name] - slow).ravel(), 1) / slow.size
    return differences
