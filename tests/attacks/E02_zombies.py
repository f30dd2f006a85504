# E02 Children that nobody waits for.
# Loses: nothing
for n in range(100):
    try:
        if os.fork() == 0:
            os._exit(0)
        print("ESCAPED a child")
        break
    except OSError:
        pass
