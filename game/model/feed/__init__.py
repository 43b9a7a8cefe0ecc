"""The weeks after: the same people under the same rules, on a network that never closes."""
