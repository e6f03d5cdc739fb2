"""Frame: words that take a side, and numbers that are claimed."""
