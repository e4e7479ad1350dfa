"""GPX as receivers, watches and web sites write it."""

import gzip
from collections.abc import Iterable

_BEFORE = '<?xml version="1.0" encoding="UTF-8"?>\n'


def point(place: int, *, time: bool = True, lat: float = 48.0, extras: str = "") -> str:
    """A point, every 20 s and some 111 m further north than the one before."""
    at = f"<time>2024-06-28T15:{29 + place // 3:02d}:{place % 3 * 20:02d}Z</time>" if time else ""
    return f'<trkpt lat="{lat + place / 1000:.4f}" lon="11.0"><ele>520.0</ele>{at}{extras}</trkpt>'


def track(points: Iterable[str], *, name: str = "Morning Run", sport: str = "running") -> str:
    named = f"<name>{name}</name>" if name else ""
    typed = f"<type>{sport}</type>" if sport else ""
    return f"<trk>{named}{typed}<trkseg>{''.join(points)}</trkseg></trk>"


def gpx(*tracks: str, version: str = "1.1", before: str = _BEFORE, metadata: str = "") -> bytes:
    space = f"http://www.topografix.com/GPX/{version.replace('.', '/')}"
    return f'{before}<gpx version="{version}" xmlns="{space}">{metadata}{"".join(tracks)}</gpx>'.encode()


def run() -> bytes:
    """1.1, with heart rates and the time of the export."""
    rate = (
        '<extensions><gpxtpx:TrackPointExtension xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">'
        "<gpxtpx:hr>130</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions>"
    )
    return gpx(
        track(point(place, extras=rate) for place in range(46)),
        metadata="<metadata><time>2026-01-01T00:00:00Z</time></metadata>",
    )


def old() -> bytes:
    """1.0 of a receiver: no sport, no name."""
    return gpx(track((point(place) for place in range(46)), name="", sport=""), version="1.0")


def prefixed() -> bytes:
    """Every element with a prefix."""
    plain = run().decode()
    for name in ("gpx", "trk", "trkseg", "trkpt", "ele", "time", "name", "type", "extensions", "metadata"):
        plain = plain.replace(f"<{name} ", f"<g:{name} ").replace(f"<{name}>", f"<g:{name}>")
        plain = plain.replace(f"</{name}>", f"</g:{name}>")
    return plain.replace("xmlns=", "xmlns:g=").encode()


def samples() -> dict[str, bytes]:
    return {
        "run.gpx": run(),
        "old.gpx": old(),
        "prefixed.gpx": prefixed(),
        "run.gpx.gz": gzip.compress(run(), mtime=0),
    }
