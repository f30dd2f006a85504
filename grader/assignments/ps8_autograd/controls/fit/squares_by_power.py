def fit(model, xs, ts, steps, learning_rate):
    history = []
    for step in range(steps):
        loss = Value(0.0)
        count = 0
        for x, t in zip(xs, ts):
            for y, target in zip(model(x), t):
                loss = loss + (y - target) ** 2
                count += 1
        loss = loss * (1.0 / count)
        history.append(loss.data)
        for p in model.parameters():
            p.grad = 0.0
        backward(loss)
        for p in model.parameters():
            p.data = p.data - learning_rate * p.grad
    return history
