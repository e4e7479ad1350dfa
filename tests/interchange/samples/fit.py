"""FIT files made byte by byte: a header, definitions, messages and the checksum."""

import struct
from collections.abc import Iterable, Mapping

EPOCH = 631_065_600
"""1989-12-31 00:00 UTC in seconds of Unix."""
START = 1_100_000_000
"""2024-11-08 11:33:20 UTC in seconds of the format."""

FILE_ID, SESSION, WORKOUT, RECORD, ACTIVITY, SET, EXERCISE_TITLE = 0, 18, 26, 20, 34, 225, 264
ENUM, UINT8, UINT16, UINT32, STRING = 0x00, 0x02, 0x84, 0x86, 0x07
_SHAPES = {ENUM: "B", UINT8: "B", UINT16: "H", UINT32: "I"}
_NOTHING = {ENUM: 0xFF, UINT8: 0xFF, UINT16: 0xFFFF, UINT32: 0xFFFF_FFFF}

FIELDS: Mapping[int, Mapping[str, tuple[int, int]]] = {
    FILE_ID: {"type": (0, ENUM), "manufacturer": (1, UINT16), "time_created": (4, UINT32)},
    SESSION: {
        "timestamp": (253, UINT32),
        "start_time": (2, UINT32),
        "total_elapsed_time": (7, UINT32),
        "total_timer_time": (8, UINT32),
        "total_distance": (9, UINT32),
        "avg_speed": (14, UINT16),
        "sport": (5, ENUM),
        "sub_sport": (6, ENUM),
    },
    WORKOUT: {"wkt_name": (8, STRING)},
    RECORD: {"timestamp": (253, UINT32), "distance": (5, UINT32), "heart_rate": (3, UINT8)},
    ACTIVITY: {"timestamp": (253, UINT32), "local_timestamp": (5, UINT32), "num_sessions": (1, UINT16)},
    SET: {
        "timestamp": (254, UINT32),
        "duration": (0, UINT32),
        "start_time": (6, UINT32),
        "repetitions": (3, UINT16),
        "weight": (4, UINT16),
        "category": (7, UINT16),
        "category_subtype": (8, UINT16),
        "set_type": (5, UINT8),
    },
    EXERCISE_TITLE: {
        "wkt_step_name": (2, STRING),
        "exercise_category": (0, UINT16),
        "exercise_name": (1, UINT16),
    },
}
"""Number and type of each field that the tests write."""

Message = tuple[int, Mapping[str, object]]


def checksum(data: bytes) -> int:
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


def _field(kind: int, value: object, endian: str) -> bytes:
    if kind == STRING:
        return str(value or "").encode() + b"\0"
    values = value if isinstance(value, tuple) else (value,)
    return b"".join(
        struct.pack(endian + _SHAPES[kind], _NOTHING[kind] if one is None else one) for one in values
    )


def records(messages: Iterable[Message], *, big: bool = False) -> bytes:
    """Each message after its definition, under changing local numbers."""
    endian, written = (">" if big else "<"), b""
    for place, (number, values) in enumerate(messages):
        fields = [(FIELDS[number][name], value) for name, value in values.items()]
        packed = [(num, kind, _field(kind, value, endian)) for (num, kind), value in fields]
        written += struct.pack(endian + "BBBHB", 0x40 | place % 16, 0, big, number, len(packed))
        written += b"".join(bytes((num, len(data), kind)) for num, kind, data in packed)
        written += bytes((place % 16,)) + b"".join(data for _, _, data in packed)
    return written


def as_file(body: bytes, *, header: int = 14) -> bytes:
    """The records with a header of 12 or 14 bytes, and the checksum."""
    head = struct.pack("<2BHI4s", header, 0x20, 2100, len(body), b".FIT")
    if header == 14:
        head += struct.pack("<H", checksum(head))
    return head + body + struct.pack("<H", checksum(head + body))


def fit(*messages: Message, big: bool = False, header: int = 14) -> bytes:
    return as_file(records(messages, big=big), header=header)


def session(sport: int = 1, sub_sport: int = 0, start: int = START, **values: object) -> Message:
    """A run of 5 km in 28:30 unless told otherwise."""
    known = {
        "timestamp": start + 1800,
        "start_time": start,
        "sport": sport,
        "sub_sport": sub_sport,
        "total_elapsed_time": 1_800_000,
        "total_timer_time": 1_710_000,
        "total_distance": 500_000,
        "avg_speed": 2924,
    }
    return SESSION, {name: value for name, value in {**known, **values}.items() if value is not None}


def activity(offset_s: int | None = 3600, *, at: int = START + 1800) -> Message:
    values = {"timestamp": at, "num_sessions": 1}
    return ACTIVITY, values if offset_s is None else {**values, "local_timestamp": at + offset_s}


def a_set(
    reps: int | None = 8, kg: float | None = 60, category: object = 0, subtype: object = 1, **values: object
) -> Message:
    known = {
        "timestamp": START + 60,
        "start_time": START + 30,
        "duration": 30_000,
        "repetitions": reps,
        "weight": None if kg is None else round(kg * 16),
        "category": category,
        "category_subtype": subtype,
        "set_type": 1,
    }
    return SET, {**known, **values}


ACTIVITY_FILE: Message = (FILE_ID, {"type": 4, "manufacturer": 1, "time_created": START})
RECORDS: tuple[Message, ...] = tuple(
    (RECORD, {"timestamp": START + at, "distance": at * 300, "heart_rate": 130}) for at in range(20)
)


def run() -> bytes:
    return fit(ACTIVITY_FILE, *RECORDS, session(), activity())


def strength() -> bytes:
    return fit(
        ACTIVITY_FILE,
        a_set(),
        (SET, {"timestamp": START + 150, "duration": 90_000, "set_type": 0}),
        a_set(6, 62.5),
        a_set(None, None, 19, None, duration=60_000),
        session(10, 20, total_distance=None, total_timer_time=1_800_000),
        activity(-7 * 3600),
    )


def triathlon() -> bytes:
    return fit(
        ACTIVITY_FILE,
        session(5, 18, START, total_distance=150_000),
        session(3, 0, START + 1800, total_distance=0),
        session(2, 0, START + 2000, total_distance=4_000_000, total_timer_time=4_800_000),
        session(1, 0, START + 7000),
        activity(),
        big=True,
        header=12,
    )


def samples() -> dict[str, bytes]:
    import gzip

    return {
        "run.fit": run(),
        "strength.fit": strength(),
        "triathlon.fit": triathlon(),
        "run.fit.gz": gzip.compress(run(), mtime=0),
    }
