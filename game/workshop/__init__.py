"""The live workshop: seats, phones, the facilitator's console, and the arc from the lobby to the debrief."""
