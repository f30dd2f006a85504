# D05 Folders in folders, deeper than a program can count.
# Loses: layer
while True:
    os.mkdir("d")
    os.chdir("d")
