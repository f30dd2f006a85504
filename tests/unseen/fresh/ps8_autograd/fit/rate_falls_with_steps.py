# mistake: the learning rate is divided by the number of the step, which nobody asked for
# loses: the step

def fit(model, xs, ts, steps, learning_rate):
    history = []
    count = len(xs) * len(ts[0])
    for step in range(steps):
        total = 0.0
        for x, t in zip(xs, ts):
            outputs = model(x)
            for y, target in zip(outputs, t):
                total = (y - target) ** 2 + total
        loss = total / count
        zero_grad(model.parameters())
        backward(loss)
        history.append(float(loss.data))
        for p in model.parameters():
            p.data = p.data - learning_rate / (step + 1) * p.grad
    return history
