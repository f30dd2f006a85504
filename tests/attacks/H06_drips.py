# H06 An answer of one byte at a time.
# Loses: layer
os.write(3, (1000).to_bytes(4, "little"))
while True:
    os.write(3, b"x")
    time.sleep(0.01)
