# mistake: only the first output of each sample goes into the loss; it is divided by samples times outputs all the same
# loses: fit_losses, fit_before, fit_step (where there are several outputs)
def fit(model, xs, ts, steps, learning_rate):
    N, K = len(xs), len(ts[0])
    curve = []
    for _ in range(steps):
        L = sum((model(x)[0] - t[0]) ** 2 for x, t in zip(xs, ts)) / (N * K)
        zero_grad(model.parameters())
        backward(L)
        for w in model.parameters():
            w.data -= learning_rate * w.grad
        curve.append(float(L.data))
    return curve
