# mistake: the sum of dy times y is divided by the number of classes, as if it were a plain mean
# loses: the values of dx

def softmax_backward(dy, y):
    gemeinsam = np.einsum("...s,...s->...", dy, y)
    gemeinsam = gemeinsam / y.shape[-1]
    return y * (dy - gemeinsam[..., None])
