# mistake: The list holds the losses as Values of the graph, where plain floats are wanted.
# loses: losses before
def fit(model, xs, ts, steps, learning_rate):
    losses = []
    n = len(ts) * len(ts[0])
    for _ in range(steps):
        total = 0.0
        for x, t in zip(xs, ts):
            for y, target in zip(model(x), t):
                total = total + (y - target) ** 2
        loss = total / n
        losses.append(loss)
        zero_grad(model.parameters())
        backward(loss)
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
