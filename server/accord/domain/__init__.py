"""The workshop's rules. Pure: no clock, no randomness, no await, no input or output."""
