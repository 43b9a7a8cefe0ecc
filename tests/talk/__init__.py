"""Talk, as its listeners hear it."""
