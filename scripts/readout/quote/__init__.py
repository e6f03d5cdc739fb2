"""Quote: words and who says them."""
