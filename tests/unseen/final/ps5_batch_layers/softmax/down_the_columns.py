# mistake: adds up along axis 0 for a batch, over the samples in place of the classes
# loses: batch
def softmax(x):
    x = x - np.max(x, axis=0)
    return np.exp(x) / np.sum(np.exp(x), axis=0)
