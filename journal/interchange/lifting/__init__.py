"""What programs for strength training write."""
