"""All stories and banks there are, and the list of them."""
