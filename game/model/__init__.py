"""The lesson: people, ties and the two venues. numpy and the standard library, nothing else."""
