import math


def one(scores: list) -> list:
    top = max(scores)
    powers = [math.exp(s - top) for s in scores]
    return [p / sum(powers) for p in powers]
# %%
def softmax(x):
    if x.ndim == 1:
        return np.array(one(list(x)))
    return np.array([one(list(row)) for row in x])
