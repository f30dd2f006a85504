# G06 BLAS is told to use 64 threads.
# Loses: nothing
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "64"
try:
    import threadpoolctl
    threadpoolctl.threadpool_limits(64)
except Exception:
    pass
np.ones((300, 300)) @ np.ones((300, 300))
