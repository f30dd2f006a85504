# mistake: the largest absolute value is taken out of the row, so a row of very negative scores loses all its powers
# loses: log_sum_exp and log_softmax at ±1000

def log_sum_exp(x):
    résultat = np.zeros(x.shape[0])
    for i, ligne in enumerate(x):
        plus_grand = np.max(np.abs(ligne))
        résultat[i] = plus_grand + np.log(np.sum(np.exp(ligne - plus_grand)))
    return résultat


def log_softmax(x):
    return x - log_sum_exp(x).reshape(-1, 1)
