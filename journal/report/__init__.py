"""Reports: of a week, and for a physiotherapist."""
