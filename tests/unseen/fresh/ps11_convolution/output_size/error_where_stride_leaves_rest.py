# mistake: raises ValueError where the stride does not divide, too, which is no error
# loses: sizes that are rounded down

def output_size(size: int, window: int, stride: int = 1, pad: int = 0) -> int:
    padded = size + 2 * pad
    if window > padded:
        raise ValueError(f"window {window} does not fit into {padded}")
    if (padded - window) % stride:
        raise ValueError("stride does not divide")
    starts = [s for s in range(0, padded - window + 1, stride)]
    return len(starts)
