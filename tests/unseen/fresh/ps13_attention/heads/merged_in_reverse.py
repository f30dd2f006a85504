# mistake: merge_heads puts the last head first
# loses: merge

def split_heads(x, h):
    N, T, D = x.shape
    breite = D // h
    köpfe = [x[:, :, i * breite : (i + 1) * breite] for i in range(h)]
    return np.stack(köpfe, axis=1)


def merge_heads(x):
    köpfe = [x[:, i] for i in reversed(range(x.shape[1]))]
    return np.concatenate(köpfe, axis=-1)
