# mistake: none: np.logaddexp.reduce, and recursion for log_softmax's sums.
# loses: nothing
def log_sum_exp(x):
    return np.logaddexp.reduce(x, axis=1)


def log_softmax(x):
    def lse(columns):
        if len(columns) == 1:
            return columns[0]
        return np.logaddexp(lse(columns[: len(columns) // 2]), lse(columns[len(columns) // 2 :]))

    return (x.T - lse(list(x.T))).T
