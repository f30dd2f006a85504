# mistake: the range of starts ends one too early, so a window that ends exactly at the edge is not counted
# loses: the sizes

def output_size(size: int, window: int, stride: int = 1, pad: int = 0) -> int:
    padded = size + 2 * pad
    if window > padded:
        raise ValueError(f"window {window} does not fit into {padded}")
    starts = [s for s in range(0, padded - window, stride)]
    return len(starts)
