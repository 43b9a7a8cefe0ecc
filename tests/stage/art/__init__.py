"""The art of the stage."""
