# mistake: The step makes a new Value, p = Value(p.data − rate·p.grad), under the name of the loop, so the model's parameters stay as they are.
# loses: before step zeroed
def fit(model, xs, ts, steps, learning_rate):
    losses = []
    n_samples, n_outputs = len(xs), len(ts[0])
    for _ in range(steps):
        for p in model.parameters():
            p.grad = 0.0
        loss = Value(0.0)
        for x, t in zip(xs, ts):
            y = model(x)
            for k in range(n_outputs):
                loss = loss + (y[k] - t[k]) ** 2
        loss = loss / (n_samples * n_outputs)
        losses.append(loss.data)
        backward(loss)
        for p in model.parameters():
            p = Value(p.data - learning_rate * p.grad)
    return losses
