# E07 Machine code of its own: accepted, for it has the process's rights and no more.
# Loses: nothing
import mmap
if os.uname().machine == "x86_64":
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(bytes.fromhex("b83900000031ff0f05c3"))  # mov eax, 57 (fork); syscall; ret
    got = ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()
    print("refused: fork by machine code" if got == -1 else f"ESCAPED {got}")
