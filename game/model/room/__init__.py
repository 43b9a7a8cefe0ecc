"""The evening: formations, the floor, witnesses, approach and avoidance. Never imports the feed."""
