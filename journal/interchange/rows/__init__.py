"""What the files of other programs that are made of rows have in common, from bytes to sets."""
