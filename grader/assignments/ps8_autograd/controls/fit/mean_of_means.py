def mean(values):
    values = list(values)
    return sum(values) / len(values)


# %%
def fit(model, xs, ts, steps, learning_rate):
    losses = []
    while len(losses) < steps:
        loss = mean(mean((y - t) ** 2 for y, t in zip(model(x), target)) for x, target in zip(xs, ts))
        zero_grad(p for p in model.parameters())
        backward(loss)
        losses += [loss.data]
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
