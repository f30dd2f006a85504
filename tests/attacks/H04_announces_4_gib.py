# H04 Four bytes that announce 4 GiB.
# Loses: layer
os.write(3, b'\xff\xff\xff\xff')
