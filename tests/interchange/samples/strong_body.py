"""Body measurements of Strong."""


def samples() -> dict[str, bytes]:
    """A file of body weights and one of body fat."""
    return {
        "strong_weight.csv": (
            b'"Date";"Weight (kg)"\n'
            b'"2021-03-01 07:30:12";"76.80000305175781"\n'
            b'"2021-03-02 07:31:00";"76.5999984741211"\n'
        ),
        "strong_fat.csv": b'"Date";"Body fat percentage"\n"2021-03-01 07:30:12";"18.5"\n',
    }
