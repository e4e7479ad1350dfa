"""Going back to training after a pain: when, how hard, and in which steps."""
