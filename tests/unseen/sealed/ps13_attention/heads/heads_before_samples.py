# mistake: split_heads puts the heads on the first axis, (h, N, T, D/h); merge_heads is right
# loses: split_heads
def split_heads(x, h):
    return np.array(np.split(x, h, axis=-1))


def merge_heads(x):
    return np.concatenate([x[:, i] for i in range(x.shape[1])], axis=-1)
