"""Tests of the workshop without phones."""
