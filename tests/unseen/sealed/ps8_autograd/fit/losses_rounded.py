# mistake: the losses are rounded to four places before they are noted
# loses: fit_losses (and fit_before)
def fit(model, xs, ts, steps, learning_rate):
    losses = []
    for i in range(steps):
        loss = 0
        n = 0
        for j in range(len(xs)):
            out = model(xs[j])
            for k in range(len(out)):
                d = out[k] - ts[j][k]
                loss = loss + d * d
                n += 1
        loss = loss / n
        losses.append(round(float(loss.data), 4))
        zero_grad(model.parameters())
        backward(loss)
        for p in model.parameters():
            p.data = p.data - p.grad * learning_rate
    return losses
