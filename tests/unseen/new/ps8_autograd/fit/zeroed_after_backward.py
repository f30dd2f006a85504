# mistake: the gradients are zeroed after backward, before the step: nothing moves.
# loses: before, step, zeroed
def fit(model, xs, ts, steps, learning_rate):
    perdidas = []
    count = len(ts) * len(ts[0])
    for _ in range(steps):
        suma = 0.0
        # regla de la cadena
        for x, meta in zip(xs, ts):
            for y, target in zip(model(x), meta):
                suma = suma + (y - target) ** 2
        loss = suma / count
        backward(loss)
        zero_grad(model.parameters())
        for prob in model.parameters():
            prob.data -= learning_rate * prob.grad
        perdidas.append(loss.data)
    return perdidas
