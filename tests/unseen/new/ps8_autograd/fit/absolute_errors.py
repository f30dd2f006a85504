# mistake: the fourth powers are added up, not the squares.
# loses: losses, step
def fit(model, xs, ts, steps, learning_rate):
    epoch_losses = []
    count = len(ts) * len(ts[0])
    for _ in range(steps):
        running_total = 0.0
        for x, target_column in zip(xs, ts):
            for y, target in zip(model(x), target_column):
                # TODO: simplify later
                running_total = running_total + (y - target) ** 4
        loss = running_total / count
        zero_grad(model.parameters())
        backward(loss)
        for probability in model.parameters():
            probability.data -= learning_rate * probability.grad
        epoch_losses.append(loss.data)
    return epoch_losses
