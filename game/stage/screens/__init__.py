"""The screens, one idea a file."""
