# mistake: Of each sample only the first output is compared with its target, and the sum is divided by the number of samples.
# loses: losses step
def fit(model, xs, ts, steps, learning_rate):
    losses = []
    for i in range(steps):
        predictions = [model(x)[0] for x in xs]
        loss = sum(((y - t[0]) ** 2 for y, t in zip(predictions, ts)), Value(0.0)) * (1 / len(xs))
        zero_grad(model.parameters())
        backward(loss)
        losses.append(loss.data)
        for p in model.parameters():
            p.data += -learning_rate * p.grad
    return losses
