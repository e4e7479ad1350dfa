"""Single sessions that ask much: volume, effort on a tired day, a hard start, hard ground."""
