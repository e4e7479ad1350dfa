"""The rule book: one decorated function per rule, grouped by theme.

Importing this package puts every theme into the catalogue; adding a rule is adding one function to a theme.
"""
