"""TCX as Garmin and Strava write it."""

import gzip

_BEFORE = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"


def lap(
    seconds: object = 855, metres: object = 2500, *, start: str = "2024-06-28T15:29:31Z", points: str = ""
) -> str:
    return (
        f'<Lap StartTime="{start}"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>'
        f"<DistanceMeters>{metres}</DistanceMeters><Calories>150</Calories>"
        f"<AverageHeartRateBpm><Value>141</Value></AverageHeartRateBpm><Track>{points}</Track></Lap>"
    )


def point(time: str, metres: object) -> str:
    return f"<Trackpoint><Time>{time}</Time><DistanceMeters>{metres}</DistanceMeters></Trackpoint>"


def activity(
    *laps: str, sport: str = "Running", key: str = "2024-06-28T15:29:31.000Z", after: str = ""
) -> str:
    return f'<Activity Sport="{sport}"><Id>{key}</Id>{"".join(laps)}{after}</Activity>'


def tcx(*activities: str, before: str = _BEFORE) -> bytes:
    inside = "".join(activities)
    return (
        f'{before}<TrainingCenterDatabase xmlns="{_SPACE}"><Activities>{inside}</Activities>'
        "<Author><Name>Garmin</Name></Author></TrainingCenterDatabase>"
    ).encode()


def run() -> bytes:
    points = point("2024-06-28T15:29:31Z", 0) + point("2024-06-28T15:43:46Z", 2500)
    return tcx(activity(lap(points=points), lap(855.0, 2500.5, start="2024-06-28T15:43:46Z")))


def strava() -> bytes:
    """Ten spaces stand before the declaration."""
    return tcx(activity(lap(3600, 30000), sport="Biking"), before=" " * 10 + _BEFORE)


def samples() -> dict[str, bytes]:
    return {"run.tcx": run(), "strava.tcx": strava(), "strava.tcx.gz": gzip.compress(strava(), mtime=0)}
