# mistake: training stops as soon as the loss is larger than the one before, so that the list is shorter than steps and later steps are not done
# loses: fit_losses, fit_step (where the rate lets the loss rise)
def fit(model, xs, ts, steps, learning_rate):
    losses = []
    for _ in range(steps):
        squares = []
        for x, t in zip(xs, ts):
            for a, b in zip(model(x), t):
                squares.append((a - b) ** 2)
        loss = sum(squares) / len(squares)
        if losses and loss.data > losses[-1]:
            break  # diverges
        losses.append(float(loss.data))
        zero_grad(model.parameters())
        backward(loss)
        for parameter in model.parameters():
            parameter.data -= learning_rate * parameter.grad
    return losses
