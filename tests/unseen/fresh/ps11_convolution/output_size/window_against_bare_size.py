# mistake: the window is compared with the axis without its padding, so windows that fit with it raise
# loses: padding

def output_size(size: int, window: int, stride: int = 1, pad: int = 0) -> int:
    padded = size + 2 * pad
    if window > size:
        raise ValueError(f"window {window} does not fit into {padded}")
    starts = [s for s in range(0, padded - window + 1, stride)]
    return len(starts)
