"""Tests of a live workshop: who is in it, what happens in it, what is kept of it and what each is shown."""
