"""The stage as the projector of a live workshop."""
