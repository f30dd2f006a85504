# mistake: the sum of squares is divided by the number of samples, not by samples times outputs
# loses: losses and steps with several outputs

def fit(model, xs, ts, steps, learning_rate):
    losses = []
    for _ in range(steps):
        total, count = 0.0, 0
        for x, t in zip(xs, ts):
            count += 1
            for y, wanted in zip(model(x), t):
                total = total + (y - wanted) ** 2
        loss = total * (1 / count)
        losses.append(float(loss.data))
        zero_grad(model.parameters())
        backward(loss)
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
