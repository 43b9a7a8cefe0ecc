"""Many evenings at once: tables, figures, and whether a scenario shows what it claims."""
