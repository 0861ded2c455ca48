"""From articles to a ledger and from a ledger to draft questions: pure."""
