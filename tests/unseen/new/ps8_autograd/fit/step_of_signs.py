# mistake: each parameter moves by the learning rate times its gradient's sign.
# loses: step
def fit(model, xs, ts, steps, learning_rate):
    ls = []
    count = len(ts) * len(ts[0])
    for _ in range(steps):
        s = 0.0
        for x, tt in zip(xs, ts):
            for y, target in zip(model(x), tt):
                s = s + (y - target) ** 2
        loss = s / count
        zero_grad(model.parameters())
        backward(loss)
        for p in model.parameters():
            p.data -= learning_rate * ((p.grad > 0) - (p.grad < 0))
        ls.append(loss.data)
    return ls
