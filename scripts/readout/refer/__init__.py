"""Whom a phrase means: names with their titles, offices, roles, pronouns and groups become entities of the document."""
