"""Lines of quick entry as the screens treat them: understood while typed, brought back, and an entry edited as one."""
