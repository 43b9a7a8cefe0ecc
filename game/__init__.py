"""Work the Room: a networking evening you can walk into."""
