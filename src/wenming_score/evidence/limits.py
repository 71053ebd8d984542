"""How much of an evidence file is read; what is beyond is a fault, never a crash."""

HASHED = 2 << 30
"""Bytes of a file that is hashed and read at all."""
LOCK = 64 << 20
"""Bytes of a lock."""
READ = 64 << 20
"""Bytes that a reader may take from one file."""
CALLS = 2_000_000
"""How often a reader may ask for bytes of one file."""
PIXELS = 100_000_000
"""Pixels of a picture, by its header."""
DECODED = 150_000_000
"""Bytes that a picture may take when it is decoded."""
PICTURE = 48 << 20
"""Bytes of a picture file."""
NOTES = 1 << 20
"""Bytes before the pixels of a JPEG that a decoder is given as they are."""
CHUNKS = 50_000
"""Parts of a picture file before its pixels."""
SCANNED = 3_000_000_000
"""Bytes of a picture that comes in scans, each over the whole of it, times their number."""
ENTRIES = 2_000
"""Files in a zip."""
UNPACKED = 100 << 20
"""Bytes in a zip when unpacked, where they are packed tighter than `RATIO`."""
RATIO = 100
PART = 1 << 20
"""Bytes of one part of a zip that is read."""
PARTS = 4 << 20
"""Bytes of a zip that are read in all: its list of parts and the few parts that matter."""
ELEMENTS = 50_000
"""Elements of one part of a zip that are looked at."""
BEGUN = 64 << 10
"""Bytes at the start of a zip with a lost end that are searched for names."""
COMPOUND = 8 << 20
"""Bytes of an old Office document that are read: its tables, its directory, its summary."""
COMPOUND_CALLS = 20_000
"""Sectors of it that are read."""
COMPOUND_TABLES = 3_072
"""Sectors of its allocation tables, enough for 192 MB; the time to join them grows with the square."""
PDF = 4 << 20
"""Bytes of a PDF that are read: its end, its table of objects and the few objects that matter."""
PDF_STEPS = 1_500_000
"""Reads of a PDF and bytes of it unpacked, together."""
PDF_STREAM = 1 << 20
"""Bytes of one part of a PDF, packed or unpacked."""
BOXES = 100_000
"""Reads of a film: it is a tree of boxes."""
FRAMES = 1_000_000
"""Frames of a recording."""
TAGS = 32 << 10
"""Bytes of a recording's tags."""
