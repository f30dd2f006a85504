# mistake: backward runs from each sample's own mean, and their gradients add up without being divided by the number of samples; only the loss that is noted is
# loses: fit_step (and fit_losses, fit_before from the second loss on)
def fit(model, xs, ts, steps, learning_rate):
    history = []
    params = model.parameters()
    for _ in range(steps):
        zero_grad(params)
        running = 0.0
        for x, t in zip(xs, ts):
            answers = model(x)
            sample_loss = sum((a - b) ** 2 for a, b in zip(answers, t)) / len(t)
            backward(sample_loss)
            running += float(sample_loss.data)
        for p in params:
            p.data -= learning_rate * p.grad
        history.append(running / len(xs))
    return history
