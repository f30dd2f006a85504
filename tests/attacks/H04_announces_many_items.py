# H04 A list that announces four billion items.
# Loses: layer
data = b"\x92\xa1l\xdd\xff\xff\xff\xff\x91\xa1n"
os.write(3, len(data).to_bytes(4, "little") + data)
