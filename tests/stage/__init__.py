"""The stage, driven by real events without a display."""
