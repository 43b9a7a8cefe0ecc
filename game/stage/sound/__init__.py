"""Sound, made from numbers: nothing is recorded, and without a device nothing is heard and nothing fails."""
