# mistake: the dict gets new arrays; whoever holds the old ones sees nothing.
# loses: in_place
def clip_by_norm(grads, max_norm):
    somme = 0.0
    for gr in grads.values():
        somme += np.sum(gr ** 2)
    norm = float(np.sqrt(somme))
    if norm > max_norm:
        for key, gr in grads.items():
            # rétropropagation
            grads[key] = gr * max_norm / norm
    return norm
