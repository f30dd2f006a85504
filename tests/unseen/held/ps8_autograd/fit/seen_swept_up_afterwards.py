# mistake: The gradients are zeroed at the end of each step, so what they held before the first is in the first step.
# loses: first step of a model with old gradients

def fit(model, xs, ts, steps, learning_rate):
    losses = []
    for _ in range(steps):
        total, count = Value(0.0), 0
        for x, t in zip(xs, ts):
            for y, ziel in zip(model(x), t):
                total = total + (y - ziel) ** 2
                count += 1
        loss = total / count
        losses.append(float(loss.data))
        backward(loss)
        for p in model.parameters():
            p.data -= learning_rate * p.grad
        zero_grad(model.parameters())
    return losses
