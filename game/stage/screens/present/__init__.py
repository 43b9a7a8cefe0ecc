"""A workshop without phones: one laptop, a projector, and a show of hands."""
