"""The most memory that a program takes: `python tests/benchmarks/peak.py PROGRAM ARGUMENT...` prints its bytes.

This program is small and imports little: what starts a process counts for it until the process is its own program.
"""

import resource
import subprocess
import sys

subprocess.run(sys.argv[1:], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
# Kilobytes, only macOS counts bytes.
print(most if sys.platform == "darwin" else most * 1024)
