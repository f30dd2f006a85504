def squares(grads):
    for g in grads.values():
        yield from (float(v) ** 2 for v in g.flat)


def clip_by_norm(grads: dict, max_norm: float) -> float:
    import math

    norm = math.sqrt(math.fsum(squares(grads)))
    if norm <= max_norm:
        return norm
    for g in grads.values():
        g[...] = g / norm * max_norm
    return norm
