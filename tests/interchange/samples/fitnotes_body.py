"""The body tracker of FitNotes."""


def samples() -> dict[str, bytes]:
    """Body weights and another measurement, in pounds and in kilograms; with a comment, which stands unquoted."""
    head = b"Date,Time,Measurement,Value,Unit"
    return {
        "fitnotes_body.csv": (
            head + b"\n2018-07-30,12:18:42,Bodyweight,167.0,lbs\n2018-07-30,12:18:42,Body Fat,18.5,%\n"
        ),
        "fitnotes_body_comments.csv": (
            head + b",Comment\n2018-07-31,07:05:00,Bodyweight,75.5,kgs,after lunch, with shoes\n"
        ),
    }
