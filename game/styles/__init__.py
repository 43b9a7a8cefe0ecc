"""Ways to play: a view in, commands out, for any set of attendees."""
