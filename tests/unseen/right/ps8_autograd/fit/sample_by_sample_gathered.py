# mistake: none: each sample's share of the loss walks back by itself, the grads gather, and there is one step for all.
# loses: nothing
def fit(model, xs, ts, steps, learning_rate):
    losses = []
    share = 1 / (len(xs) * len(ts[0]))
    for _ in range(steps):
        params = list(model.parameters())
        for p in params:
            p.grad = 0.0
        total = 0.0
        for x, t in zip(xs, ts):
            part = Value(0.0)
            for y, goal in zip(model(x), t):
                part = part + (y - goal) * (y - goal) * share
            backward(part)
            total += float(part.data)
        losses.append(total)
        for p in params:
            p.data = p.data - learning_rate * p.grad
    return losses
