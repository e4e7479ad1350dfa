"""The days around training: fluid, sleep and what check-ins tell."""
