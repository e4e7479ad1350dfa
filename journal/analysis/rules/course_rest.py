"""A pain that rest and treatment did not settle."""
