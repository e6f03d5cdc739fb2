"""Files of any common format become records, and every record a row of the ledger: kept, or rejected with the reason."""
