"""The domain pack: who and what there is to know, and how each of them is spelled in each language."""
