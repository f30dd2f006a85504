# mistake: The loss is computed once, before the loop; each step walks back through this old graph, whose numbers don't change with the parameters.
# loses: before zeroed
def fit(model, xs, ts, steps, learning_rate):
    terms = []
    for x, t in zip(xs, ts):
        for y, target in zip(model(x), t):
            terms.append((y - target) ** 2)
    loss = sum(terms) * (1 / len(terms))
    inner = [v for v in topological_order(loss)]
    losses = []
    for _ in range(steps):
        losses.append(loss.data)
        zero_grad(inner)
        zero_grad(model.parameters())
        backward(loss)
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
