"""The page for the physiotherapist, in values and words."""
