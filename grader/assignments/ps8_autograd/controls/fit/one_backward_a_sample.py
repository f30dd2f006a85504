def fit(model, xs, ts, steps, learning_rate):
    """Full batch all the same: the gradients of the samples add up, and one step is taken."""
    n, k = len(xs), len(ts[0])
    parameters = model.parameters()
    losses = []
    for _ in range(steps):
        zero_grad(parameters)
        total = 0.0
        for x, target in zip(xs, ts):
            part = sum((t - y) * (t - y) for y, t in zip(model(x), target)) / (n * k)
            backward(part)
            total += part.data
        losses.append(float(total))
        for p in parameters:
            p.data += -learning_rate * p.grad
    return losses
