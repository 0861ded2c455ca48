"""What answers tell about questions and learners: pandas over rows, pure."""
