"""An event, the articles that report it, and the ledger of who says what. Pure."""
