"""Bodies in a room: who is near whom, how people walk, where they stand. Shared by the room and the crowd."""
