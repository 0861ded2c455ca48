"""What one learner's answers show, to that learner: skills, what is due, and how sure they were."""
