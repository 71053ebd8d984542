"""The parts of `make bench`: each measures some goals against named peers, in turn with them."""
