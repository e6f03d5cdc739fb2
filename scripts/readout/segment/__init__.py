"""Segment: a document's text becomes labelled stretches, sentences, and a language for each."""
