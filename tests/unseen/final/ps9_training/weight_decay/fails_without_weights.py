# mistake: All weights are put together by np.concatenate, which fails where no key begins with "W"; the loss is 0 there.
# loses: loss
def decay_loss(params, strength):
    every = np.concatenate([p.ravel() for k, p in params.items() if k.startswith("W")])
    return 0.5 * strength * np.dot(every, every)


def decay_gradients(params, strength):
    return {k: strength * p if k.startswith("W") else np.zeros_like(p) for k, p in params.items()}
