# mistake: none: slices put side by side.
# loses: nothing
def split_heads(x, h):
    w = x.shape[-1] // h
    return np.array([[sample[:, i * w : i * w + w] for i in range(h)] for sample in x])


def merge_heads(x):
    return np.array([np.hstack(list(sample)) for sample in x])
