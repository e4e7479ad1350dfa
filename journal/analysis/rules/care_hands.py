"""Massage, stretching, relief exercises, and when a therapist may help."""
