def split_heads(x, h):
    return np.stack(np.split(x, h, axis=2), axis=1)


def merge_heads(x):
    return np.concatenate([x[:, i] for i in range(x.shape[1])], axis=-1)
