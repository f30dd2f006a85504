# A14 Magics run programs, files and extensions.
# Loses: layer
!touch $OUTSIDE
!echo ESCAPED
get_ipython().system("touch " + OUTSIDE)
%run /etc/passwd
%load_ext evil
