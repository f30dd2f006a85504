# mistake: log_softmax takes off the log of the sum over the whole batch.
# loses: log_softmax, log_softmax_big
def log_sum_exp(x):
    groesstes = np.max(x, axis=1)
    return groesstes + np.log(np.sum(np.exp(x - groesstes[:, None]), axis=1))


def log_softmax(x):
    return x - np.logaddexp.reduce(x, axis=None)
