"""Pain as numbers: episodes, soreness, severe runs, flares, and the way back to training."""
