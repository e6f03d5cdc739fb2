"""Names in sentences: several taggers behind one protocol, and the one reading that their findings add up to."""
