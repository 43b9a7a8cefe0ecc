"""The weeks after the evening, as one player meets them on the network."""
