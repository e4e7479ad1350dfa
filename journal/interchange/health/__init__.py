"""What programs about health, pain and moods write."""
