"""The plan of a run: which files there are to read, how they fall into shards, and what each rule depends on."""
