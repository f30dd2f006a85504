# mistake: while the arrays are scaled the norm is taken anew for each, of what is partly scaled already, so that later arrays are scaled less
# loses: clip_by_norm (with several arrays)
def total_norm(arrays):
    return np.sqrt(sum(float((a * a).sum()) for a in arrays))


def clip_by_norm(grads, max_norm):
    norm = total_norm(grads.values())
    for g in grads.values():
        if total_norm(grads.values()) > max_norm:
            g[...] = g / total_norm(grads.values()) * max_norm
    return norm
