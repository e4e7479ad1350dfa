"""Exports of Hevy: of the app in English and German, and of the web site."""

HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
)


def samples() -> dict[str, bytes]:
    """A small valid file of each writer."""
    return {
        "hevy_app.csv": _file(
            '"Legs","28 Jun 2024, 17:29","28 Jun 2024, 18:41","a\\nb","Squat (Barbell)",,"",0,"warmup",60,5,,,',
            '"Legs","28 Jun 2024, 17:29","28 Jun 2024, 18:41","a\\nb","Squat (Barbell)",,"",1,"normal",100,5,,,8.5',
            '"Run 🚀","27 Jun 2024, 07:00","27 Jun 2024, 07:31","","Running",,"",0,"normal",,,5.2,1830,',
        ),
        "hevy_german.csv": _file(
            '"Push","30 Sept. 2026, 16:20","30 Sept. 2026, 17:00","","Bankdrücken (Langhantel)",,"",0,"normal",80,5,,,',
            '"Push","30 Sept. 2026, 16:20","30 Sept. 2026, 17:00","","Iron Hug",0,"",0,"dropset",80,5,,,',
        ),
        "hevy_web.csv": _file(
            '"Pull","Jun 11, 2026, 1:01 PM","Jun 11, 2026, 1:44 PM","","Pull Up",,"two\nlines",0,"failure",,9,,,',
        ),
    }


def _file(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in (HEADER, *lines)).encode()
