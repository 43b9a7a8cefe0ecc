"""What phones, the wall and the console are shown, as JSON-able data made from the workshop alone."""
