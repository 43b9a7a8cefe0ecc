"""The evidence table: fixed rigs in the studies' own settings, measured beside what the studies found."""
