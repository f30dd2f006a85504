# mistake: The norm that is returned is that after the scaling.
# loses: returned norm where something was clipped

def clip_by_norm(grads, max_norm):
    def total():
        return float(np.sqrt(sum(np.vdot(g, g) for g in grads.values())))

    if total() > max_norm:
        factor = max_norm / total()
        for g in grads.values():
            g *= factor
    return total()
