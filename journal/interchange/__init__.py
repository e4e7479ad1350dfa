"""Files in and out: our own CSV and JSON, and the exports of other programs."""
