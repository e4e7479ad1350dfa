"""The exercise catalogue and its look-up."""
