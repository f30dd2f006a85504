# mistake: The grads are zeroed after each step and not before the first backward, so what they held before fit counts.
# loses: zeroed
def fit(model, xs, ts, steps, learning_rate):
    history = []
    for step in range(steps):
        errors = [(y - t) ** 2 for x, row in zip(xs, ts) for y, t in zip(model(x), row)]
        loss = sum(errors) / len(errors)
        history.append(float(loss.data))
        backward(loss)
        for p in model.parameters():
            p.data -= learning_rate * p.grad
            p.grad = 0.0
    return history
