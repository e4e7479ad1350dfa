"""A pain that gets worse, spreads, or limits what one does."""
