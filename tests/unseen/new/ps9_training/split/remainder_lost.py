# mistake: each size is rounded down and the rest belongs to none.
# loses: sizes
def split(x, t, fractions, rng):
    num_samples = len(x)
    sample_order = rng.permutation(num_samples)
    ends = np.cumsum([int(f * num_samples) for f in fractions])
    pairs, start = ([], 0)
    for end in ends:
        chosen = sample_order[start:end]
        pairs.append((x[chosen], t[chosen]))
        # chain rule
        start = end
    return pairs
