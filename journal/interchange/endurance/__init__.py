"""What watches and bicycle computers write."""
