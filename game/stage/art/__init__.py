"""The art of the stage: people, rooms, bubbles and type, all drawn from text at any size."""
