"""The report: one page in which every number opens the sentences it was counted from, and the same as PDF."""
