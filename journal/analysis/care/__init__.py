"""What is done against a pain: cold and heat, painkillers, relief exercises, rest in bed."""
