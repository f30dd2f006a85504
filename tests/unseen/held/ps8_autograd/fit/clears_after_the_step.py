# mistake: gradients are zeroed after each step instead of before the backward, so what they held at first enters the first step
# loses: a model whose gradients are not zero at the beginning

def fit(model, xs, ts, steps, learning_rate):
    losses = []
    for _ in range(steps):
        total, count = 0.0, 0
        for x, t in zip(xs, ts):
            for y, wanted in zip(model(x), t):
                total = total + (y - wanted) ** 2
                count += 1
        loss = total * (1 / count)
        losses.append(float(loss.data))
        backward(loss)
        for p in model.parameters():
            p.data -= learning_rate * p.grad
        zero_grad(model.parameters())
    return losses
