# G02 It waits for someone to type.
# Loses: layer
input()
