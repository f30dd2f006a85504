# mistake: gradients that are shorter than max_norm are lengthened to it
# loses: small gradients must stay as they are

def clip_by_norm(grads, max_norm):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    if norm > 0:
        for g in grads.values():
            g *= max_norm / norm
    return norm
