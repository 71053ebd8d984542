"""Score a civilised unit's self-assessment against the evaluation system, with its evidence."""

__version__ = "0.1.0"
