"""The audience of a network as a crowd in an arena: its floor, its seats, its bodies and how they are drawn."""
