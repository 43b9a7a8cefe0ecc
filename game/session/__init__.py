"""One run: phases, players, views, journal, snapshots, replay, why, debrief."""
