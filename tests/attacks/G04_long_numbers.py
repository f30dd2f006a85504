# G04 Numbers of a billion digits, patterns that never match.
# Loses: layer
import re
re.match(r"(a+)+$", "a" * 60 + "b")
9**9**9
