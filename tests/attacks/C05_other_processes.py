# C05 Other processes are traced, read and sent signals.
# Loses: nothing
import errno
calls = {
    "ptrace": (101, 0),
    "process_vm_readv": (310, 1),
    "process_vm_writev": (311, 1),
    "pidfd_open": (434, 1),
    "pidfd_getfd": (438, 3),
    "kill": (62, 1),
    "tkill": (200, 1),
    "tgkill": (234, 1),
    "rt_sigqueueinfo": (129, 1),
    "kcmp": (312, 1),
    "process_madvise": (440, 3),
    "prctl": (157, 4),
    "setrlimit": (160, 0),
}
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
for name, (number, argument) in calls.items() if os.uname().machine == "x86_64" else ():
    ctypes.set_errno(0)
    got = libc.syscall(ctypes.c_long(number), ctypes.c_long(argument), ctypes.c_long(0), ctypes.c_long(0), ctypes.c_long(0))
    if got != -1 or ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS):
        print("ESCAPED", name, got, errno.errorcode.get(ctypes.get_errno()))
print("refused:", len(calls), "system calls")
