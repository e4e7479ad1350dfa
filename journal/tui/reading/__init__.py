"""What the pages show, read from the store as frozen values.  Works in the store's thread."""
