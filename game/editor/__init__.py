"""The scenario editor: a page in the browser, served on this machine alone."""
