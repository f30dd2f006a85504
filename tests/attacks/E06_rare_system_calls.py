# E06 System calls that nobody needs here, where kernels have had holes.
# Loses: nothing
import errno
calls = {
    "mount": (165, 0),
    "bpf": (321, 0),
    "io_uring_setup": (425, 0),
    "keyctl": (250, 0),
    "add_key": (248, 0),
    "perf_event_open": (298, 0),
    "userfaultfd": (323, 0),
    "open_by_handle_at": (304, 0),
    "init_module": (175, 0),
    "kexec_load": (246, 0),
    "memfd_create": (319, 0),
    "shmget": (29, 0),
    "msgget": (68, 0),
    "semget": (64, 0),
    "mq_open": (240, 0),
    "mknod": (133, 0),
    "link": (86, 0),
    "setxattr": (188, 0),
    "chown": (92, 0),
    "io_setup": (206, 0),
    "inotify_init": (253, 0),
    "fanotify_init": (300, 0),
    "timer_create": (222, 0),
    "personality": (135, 0x40000),
    "quotactl": (179, 0),
    "syslog": (103, 3),
    "acct": (163, 0),
    "reboot": (169, 0),
    "swapon": (167, 0),
    "settimeofday": (164, 0),
    "sethostname": (170, 0),
    "modify_ldt": (154, 0),
    "vmsplice": (278, 0),
    "splice": (275, 0),
    "tee": (276, 0),
    "openat2": (437, 0),
    "truncate": (76, 0),
    "seccomp": (317, 0),
    "landlock": (444, 0),
    "mlockall": (151, 3),
    "sched_setscheduler": (144, 0),
    "setpriority": (141, 0),
    "setsockopt": (54, 3),
}
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
for name, (number, argument) in calls.items() if os.uname().machine == "x86_64" else ():
    ctypes.set_errno(0)
    got = libc.syscall(ctypes.c_long(number), ctypes.c_long(argument), ctypes.c_long(0), ctypes.c_long(0), ctypes.c_long(0))
    if got != -1 or ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS):
        print("ESCAPED", name, got, errno.errorcode.get(ctypes.get_errno()))
print("refused:", len(calls), "system calls")
