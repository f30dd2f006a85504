# mistake: only the first sample is looked at.
# loses: losses, step
def fit(model, xs, ts, steps, learning_rate):
    ls = []
    count = len(ts) * len(ts[0])
    for _ in range(steps):
        s = 0.0
        for x, tt in list(zip(xs, ts))[:1]:
            for y, target in zip(model(x), tt):
                s = s + (y - target) ** 2
        loss = s / count
        zero_grad(model.parameters())
        backward(loss)
        for p in model.parameters():
            p.data -= learning_rate * p.grad
        ls.append(loss.data)
    return ls
