"""The class report: which lessons, its charts, two lessons beside each other, single learners."""
