"""Why a part was lost, where nobody stored the mistake: mutants of right code, and what gives the same numbers as they do."""
