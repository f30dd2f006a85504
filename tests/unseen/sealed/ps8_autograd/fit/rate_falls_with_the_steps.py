# mistake: the learning rate falls linearly, to a tenth at the end, as in a well-known tutorial; from the second step on the steps are too small
# loses: fit_step, fit_before (from the second step on)
def fit(model, xs, ts, steps, learning_rate):
    losses = []
    for k in range(steps):
        preds = [model(x) for x in xs]
        errs = [p - t for pred, target in zip(preds, ts) for p, t in zip(pred, target)]
        loss = sum(e * e for e in errs) * (1.0 / len(errs))
        for p in model.parameters():
            p.grad = 0.0
        backward(loss)
        lr = learning_rate * (1.0 - 0.9 * k / steps)
        for p in model.parameters():
            p.data += -lr * p.grad
        losses.append(float(loss.data))
    return losses
