"""The parts of `make fuzz`: what begins, what changes it, what keeps it in its folder, what is kept of a run."""
