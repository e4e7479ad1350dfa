"""Body measurements of Strong."""

FAT = b'"Date";"Body fat percentage"\n"2021-03-01 07:30:12";"18.5"\n'
"""A file of another measurement, of which nothing is read."""


def samples() -> dict[str, bytes]:
    """Body weights in kilograms and in pounds."""
    return {
        "strong_weight.csv": (
            b'"Date";"Weight (kg)"\n'
            b'"2021-03-01 07:30:12";"76.80000305175781"\n'
            b'"2021-03-02 07:31:00";"76.5999984741211"\n'
        ),
        "strong_weight_lbs.csv": b'"Date";"Weight (lbs)"\n"2021-03-03 07:30:12";"169.3"\n',
    }
