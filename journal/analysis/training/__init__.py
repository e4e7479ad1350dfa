"""Training as numbers: workouts, load, rest, and what was done before."""
