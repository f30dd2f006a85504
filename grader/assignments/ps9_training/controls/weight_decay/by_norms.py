is_weight = lambda key: key.startswith("W")


# %%
def decay_loss(params, strength):
    return strength / 2 * np.sum([np.linalg.norm(params[key]) ** 2 for key in filter(is_weight, params)])


def decay_gradients(params, strength):
    return {key: params[key] * (strength if is_weight(key) else 0.0) for key in sorted(params)}
