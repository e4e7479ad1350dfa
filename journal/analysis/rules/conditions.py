"""Exercises that a long-lasting condition speaks against."""
