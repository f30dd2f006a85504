import math


def log_sum_exp(x):
    totals = []
    for row in x:
        m = max(row)
        totals.append(m + math.log(sum(math.exp(value - m) for value in row)))
    return np.array(totals)


def log_softmax(x):
    out = np.empty(x.shape)
    for i, total in enumerate(log_sum_exp(x)):
        for j in range(x.shape[1]):
            out[i, j] = x[i, j] - total
    return out
