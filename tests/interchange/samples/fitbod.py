"""Exports of Fitbod: of today, and of 2019."""

TODAY = "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier"
OF_2019 = "Date,Exercise,Sets,Reps,Weight,isWarmup,Note"


def samples() -> dict[str, bytes]:
    """A small valid file of each version; that of 2019 needs the unit of its weights."""
    return {
        "fitbod.csv": _file(
            TODAY,
            "2023-10-24 18:24:59 +0000,Back Squat, 5,60.0,0.0,0.0,0.0,0.0,true,, 1.0",
            "2023-10-24 18:24:59 +0000,Back Squat, 5,100.0,0.0,0.0,0.0,0.0,false,deep, 1.0",
            "2023-10-24 18:24:59 +0000,Elliptical, 0,0.0,360.0,500.0,0.0,3.0,false,, 0.0",
        ),
        "fitbod_2019.csv": _file(
            OF_2019,
            "2019-01-05 17:34:09 +0000,Bench Press,3,8,80,false,",
            "2019-01-05 17:34:09 +0000,Push Up,2,15,0,false,easy",
        ),
    }


def _file(*lines: str) -> bytes:
    return "".join(line + "\n" for line in lines).encode()
