# mistake: Only the noted number is divided by samples × outputs; the gradient that the step takes is that of the sum.
# loses: step
def fit(model, xs, ts, steps, learning_rate):
    losses = []
    for _ in range(steps):
        total, count = Value(0.0), 0
        for x, t in zip(xs, ts):
            ys = model(x)
            for j in range(len(ys)):
                diff = ys[j] - t[j]
                total = total + diff * diff
                count += 1
        losses.append(total.data / count)
        zero_grad(model.parameters())
        backward(total)
        for p in model.parameters():
            p.data = p.data - learning_rate * p.grad
    return losses
