"""Our own small widgets: measured, focusable, drawn by role, driven by intents."""
