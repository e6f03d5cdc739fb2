"""The tables: what one row means, what each column means, and how rows reach a file."""
