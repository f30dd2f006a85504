# mistake: The scaled arrays are new ones put into the dict, so whoever holds the old ones sees nothing.
# loses: in_place
def clip_by_norm(grads, max_norm):
    norm = np.linalg.norm([np.linalg.norm(g) for g in grads.values()])
    if norm > max_norm:
        grads.update({k: g * (max_norm / norm) for k, g in grads.items()})
    return norm
