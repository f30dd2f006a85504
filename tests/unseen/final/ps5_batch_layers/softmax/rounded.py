# mistake: rounds the probabilities to three places "for display", small ones become 0
# loses: single, batch
def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return np.round(e / np.sum(e, axis=-1, keepdims=True), 3)
