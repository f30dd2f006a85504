# mistake: the loss is divided by samples times the number of inputs, len(xs[0]), not of outputs
# loses: fit_losses, fit_before, fit_step (where a sample has not as many inputs as outputs)
def fit(model, xs, ts, steps, learning_rate):
    losses = []
    count = len(xs) * len(xs[0])
    for _ in range(steps):
        total = 0
        for x, t in zip(xs, ts):
            for y, target in zip(model(x), t):
                total = total + (y - target) ** 2
        loss = total / count
        losses.append(float(loss.data))
        zero_grad(model.parameters())
        backward(loss)
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
