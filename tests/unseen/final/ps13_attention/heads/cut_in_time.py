# mistake: The heads are made by a reshape alone, (N, T, D) to (N, h, T, D/h), which cuts the places and not the columns.
# loses: split
def split_heads(x, h):
    return x.reshape(x.shape[0], h, x.shape[1], x.shape[2] // h)


def merge_heads(x):
    return np.concatenate([x[:, i] for i in range(x.shape[1])], axis=-1)
