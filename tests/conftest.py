"""What holds for all tests."""

import gc

# The screens' tests make and drop whole applications: at Python's own pace, the search for circles among their
# objects would take a fifth of the time.
gc.set_threshold(100_000, 10, 10)
