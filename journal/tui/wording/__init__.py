"""How the screens put things: days, places, exercises, conditions, care and the settings in words."""
