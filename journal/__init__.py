"""A terminal journal for people who train and hurt."""
