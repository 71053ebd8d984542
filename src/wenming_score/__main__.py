"""Run as `python -m wenming_score`."""

from wenming_score.cli import main

main()
