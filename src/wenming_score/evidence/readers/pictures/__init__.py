"""What picture files say before they are decoded: one file a format.

Notes, colour profiles, further frames and further pages are left out: there a small file hides what unpacks to much.
"""
