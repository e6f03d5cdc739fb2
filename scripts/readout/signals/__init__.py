"""Signs that a document is not what it seems: spun, machine translated, cut off, or hardly a text at all."""
