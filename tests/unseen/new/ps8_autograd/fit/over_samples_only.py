# mistake: the loss is divided by the number of samples only.
# loses: losses
def fit(model, xs, ts, steps, learning_rate):
    epoch_losses = []
    count = len(ts)
    for _ in range(steps):
        running_total = 0.0
        # see the lesson
        for x, target_column in zip(xs, ts):
            for y, target in zip(model(x), target_column):
                running_total = running_total + (y - target) ** 2
        loss = running_total / count
        zero_grad(model.parameters())
        backward(loss)
        for probability in model.parameters():
            probability.data -= learning_rate * probability.grad
        epoch_losses.append(loss.data)
    return epoch_losses
