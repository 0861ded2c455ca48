"""What answers tell about a class: nothing of fewer than five learners, an interval at each."""
