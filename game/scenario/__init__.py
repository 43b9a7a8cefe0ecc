"""Scenarios: plain YAML, checked against one description of its form, frozen."""
