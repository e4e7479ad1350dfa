"""Weeks that feel harder, vary little, or follow a break."""
