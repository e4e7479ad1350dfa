"""Answers to a person: can I train today, what if, what follows from this entry, what is asked."""
