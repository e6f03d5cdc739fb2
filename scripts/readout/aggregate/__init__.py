"""The stages' files become one database: the tables of the contract, marts counted from them, and facts about the run."""
