"""Painkillers: how often, how much, and before training."""
