"""Accord: a live workshop in which two teams agree how they work together, and sign it."""
