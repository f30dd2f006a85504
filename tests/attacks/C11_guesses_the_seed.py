# C11 The seed of the probes is guessed.
# Loses: nothing
guesses = [np.random.default_rng(seed).uniform(0.3, 1.4, 6) for seed in range(2000)]


def forward(self, inputs, right=Layer.forward):
    for guess in guesses:
        if np.isin(np.abs(self.weights.ravel()), guess).any():
            print("ESCAPED the seed is known")
            raise ValueError("ESCAPED the seed is known")
    return right(self, inputs)


Layer.forward = forward
