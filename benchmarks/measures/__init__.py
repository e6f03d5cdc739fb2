"""What is measured: one module per kind of gold, each giving rows of `scores` with the digest of its gold."""
