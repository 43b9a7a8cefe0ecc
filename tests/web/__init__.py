"""Tests of the server: what it serves, to whom, and what it does not let anybody do to it."""
