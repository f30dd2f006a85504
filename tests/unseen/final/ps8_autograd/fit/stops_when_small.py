# mistake: It breaks off as soon as the loss is below 0.0001, so the list may have fewer losses than steps.
# loses: losses
def fit(model, xs, ts, steps, learning_rate):
    losses = []
    for _ in range(steps):
        loss, n = 0.0, 0
        for x, t in zip(xs, ts):
            for y, goal in zip(model(x), t):
                loss, n = loss + (y - goal) ** 2, n + 1
        loss = loss / n
        losses.append(loss.data)
        if loss.data < 1e-4:
            break
        zero_grad(model.parameters())
        backward(loss)
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
