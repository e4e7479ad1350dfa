"""Cold and heat: when, how long, how often, and on what."""
