"""Acts become sentences: string tables, grammar, and the choice of who says what how."""
