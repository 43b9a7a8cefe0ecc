"""Tests of a run: what is kept, what is seen, what is told at the end."""
