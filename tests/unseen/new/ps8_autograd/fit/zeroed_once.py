# mistake: the gradients are zeroed before the loop only, so they add up over the steps.
# loses: zeroed
def fit(model, xs, ts, steps, learning_rate):
    losses = []
    zero_grad(model.parameters())
    count = len(ts) * len(ts[0])
    for _ in range(steps):
        total = 0.0
        for x, t in zip(xs, ts):
            for y, target in zip(model(x), t):
                total = total + (y - target) ** 2
        loss = total / count
        backward(loss)
        for p in model.parameters():
            p.data -= learning_rate * p.grad
        losses.append(loss.data)
    return losses
