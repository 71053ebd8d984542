"""Make the evidence files of the example units: the same bytes on every run."""
