# mistake: the grads are zeroed after each step only, so that what they held before the first step counts in it
# loses: fit_zeroed
def fit(model, xs, ts, steps, learning_rate):
    verlauf = []
    for schritt in range(steps):
        fehler = [(y - ziel) ** 2 for x, t in zip(xs, ts) for y, ziel in zip(model(x), t)]
        verlust = sum(fehler) / len(fehler)
        verlauf.append(float(verlust.data))
        backward(verlust)
        for p in model.parameters():
            p.data = p.data - learning_rate * p.grad
        zero_grad(model.parameters())  # fuer den naechsten Schritt
    return verlauf
