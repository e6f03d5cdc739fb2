"""Which documents go back to one origin."""
