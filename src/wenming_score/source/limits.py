"""How much a file may hold; what is larger is a mistake or an attack."""

BYTES = 4_000_000
DEPTH = 32
NODES = 100_000
CHARACTERS = 10_000
MISTAKES = 50
WHOLE_DIGITS = 9
DECIMAL_DIGITS = 9
