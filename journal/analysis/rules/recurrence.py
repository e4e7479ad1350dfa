"""Pain that comes back after training, and what came before it."""
