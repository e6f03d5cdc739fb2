"""Date: written dates become calendar intervals with their basis."""
