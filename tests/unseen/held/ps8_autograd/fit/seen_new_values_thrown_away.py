# mistake: Each step makes new Values under the loop's own name, and the model's parameters stay as they are.
# loses: parameters after fit, falling losses

def fit(model, xs, ts, steps, learning_rate):
    losses = []
    n = len(xs) * len(ts[0])
    for _ in range(steps):
        zero_grad(model.parameters())
        loss = sum(((y - t) ** 2 for x, tt in zip(xs, ts) for y, t in zip(model(x), tt)), Value(0.0)) * (1 / n)
        backward(loss)
        for p in model.parameters():
            p = Value(p.data - learning_rate * p.grad)
        losses.append(float(loss.data))
    return losses
