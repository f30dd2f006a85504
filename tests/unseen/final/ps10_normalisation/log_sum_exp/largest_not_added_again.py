# mistake: log_sum_exp takes the largest score off and doesn't add it again in the end.
# loses: log_sum_exp log_sum_exp_big arguments
def log_sum_exp(x):
    shifted = x - x.max(axis=1, keepdims=True)
    return np.log(np.exp(shifted).sum(axis=1))


def log_softmax(x):
    shifted = x - x.max(axis=1, keepdims=True)
    return shifted - log_sum_exp(x)[:, None]
