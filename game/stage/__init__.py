"""The window: pygame, and nobody else."""
