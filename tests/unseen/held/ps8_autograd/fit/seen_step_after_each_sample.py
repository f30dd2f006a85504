# mistake: A step is made after every sample, with that sample's gradient, not one for the whole batch.
# loses: losses and parameters for several samples

def fit(model, xs, ts, steps, learning_rate):
    losses = []
    size = len(xs) * len(ts[0])
    for _ in range(steps):
        summe = 0.0
        for x, t in zip(xs, ts):
            zero_grad(model.parameters())
            teil = Value(0.0)
            for y, soll in zip(model(x), t):
                teil = teil + (y - soll) * (y - soll)
            teil = teil / size
            backward(teil)
            summe += teil.data
            for p in model.parameters():
                p.data = p.data - learning_rate * p.grad
        losses.append(float(summe))
    return losses
