# mistake: the scores are brought to float32 first, which leaves some seven digits
# loses: log_sum_exp and log_softmax (exactness)
def log_sum_exp(x):
    z = np.asarray(x, dtype=np.float32)
    groesstes = z.max(axis=1, keepdims=True)
    return (groesstes + np.log(np.exp(z - groesstes).sum(axis=1, keepdims=True)))[:, 0]


def log_softmax(x):
    return np.asarray(x, dtype=np.float32) - log_sum_exp(x)[:, np.newaxis]
