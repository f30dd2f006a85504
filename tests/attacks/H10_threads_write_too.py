# H10 A thread writes into the channel while answers are written.
# Loses: layer
def disturb():
    while True:
        os.write(3, b"\x01\0\0\0\xc0")


threading.Thread(target=disturb, daemon=True).start()
time.sleep(0.05)
