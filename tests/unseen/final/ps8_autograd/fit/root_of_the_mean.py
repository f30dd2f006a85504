# mistake: The loss is the root of the mean of the squares, where it is the mean itself.
# loses: losses step
def fit(model, xs, ts, steps, learning_rate):
    losses = []
    for _ in range(steps):
        total = Value(0.0)
        for x, t in zip(xs, ts):
            for y, goal in zip(model(x), t):
                total = total + (y - goal) ** 2
        loss = (total / (len(xs) * len(ts[0]))) ** 0.5
        losses.append(loss.data)
        zero_grad(model.parameters())
        backward(loss)
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
