"""Rules that both venues obey: appraisal, patience, reputation, memory, outcome."""
