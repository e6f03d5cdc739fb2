"""How far to trust it: what the stages find held against what careful readers found."""
