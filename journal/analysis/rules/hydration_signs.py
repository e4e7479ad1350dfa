"""Signs of too little fluid, and of too much."""
