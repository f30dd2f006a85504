# C06 Descriptors that were left open are read.
# Loses: nothing
for number in range(4, 2000):
    try:
        os.fstat(number)
    except OSError:
        continue
    print("ESCAPED", number)
for number in (0, 1, 2):
    if os.fstat(number).st_rdev != os.makedev(1, 3):
        print("ESCAPED", number, "is not /dev/null")
