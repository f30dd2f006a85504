# A12 The modes and times of files that it may see are changed.
# Loses: nothing
before = os.stat(np.__file__)
for deed in (lambda: os.chmod(np.__file__, 0), lambda: os.utime(np.__file__, (0, 0)), lambda: os.chmod(OUTSIDE, 0o777)):
    try:
        deed()
    except OSError:
        pass
after = os.stat(np.__file__)
if (before.st_mode, before.st_mtime) != (after.st_mode, after.st_mtime):
    print("ESCAPED a mode or a time was changed")
