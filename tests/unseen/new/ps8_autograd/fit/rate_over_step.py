# mistake: the learning rate is divided by the number of the step.
# loses: zeroed
def fit(model, xs, ts, steps, learning_rate):
    losses = []
    count = len(ts) * len(ts[0])
    for k in range(1, steps + 1):
        total = 0.0
        for x, t in zip(xs, ts):
            for y, target in zip(model(x), t):
                total = total + (y - target) ** 2
        loss = total / count
        zero_grad(model.parameters())
        backward(loss)
        for p in model.parameters():
            p.data -= learning_rate / k * p.grad
        losses.append(loss.data)
    return losses
