"""The weeks after the evening: a phone with the network on it, a calendar, and the people one has met."""
