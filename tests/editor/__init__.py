"""The scenario editor, without a browser: the document, what it keeps, and the line to its pages."""
