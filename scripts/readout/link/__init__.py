"""From names to entities: what each name means in its document, and which documents mean the same."""
