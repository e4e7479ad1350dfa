"""How a session is built: warm-up, cool-down, technique."""
