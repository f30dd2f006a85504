# mistake: each loss is measured after its step
# loses: the list of losses

def fit(model, xs, ts, steps, learning_rate):
    losses = []
    for _ in range(steps):
        total, count = 0.0, 0
        for x, t in zip(xs, ts):
            for y, wanted in zip(model(x), t):
                total = total + (y - wanted) ** 2
                count += 1
        loss = total * (1 / count)
        zero_grad(model.parameters())
        backward(loss)
        for p in model.parameters():
            p.data -= learning_rate * p.grad
        rest = [(y.data - wanted) ** 2 for x, t in zip(xs, ts) for y, wanted in zip(model(x), t)]
        losses.append(float(sum(rest) / count))
    return losses
