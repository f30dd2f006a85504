# E05 Namespaces of its own are made.
# Loses: nothing
import errno
calls = {
    "unshare": (272, 0x10000000),
    "setns": (308, 3),
    "clone": (56, 0x10000011),
    "clone3": (435, 0),
    "chroot": (161, 0),
    "pivot_root": (155, 0),
}
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
for name, (number, argument) in calls.items() if os.uname().machine == "x86_64" else ():
    ctypes.set_errno(0)
    got = libc.syscall(ctypes.c_long(number), ctypes.c_long(argument), ctypes.c_long(0), ctypes.c_long(0), ctypes.c_long(0))
    if got != -1 or ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS):
        print("ESCAPED", name, got, errno.errorcode.get(ctypes.get_errno()))
print("refused:", len(calls), "system calls")
