# H03 Bytes without sense.
# Loses: layer
os.write(3, b'\xff' * 100)
