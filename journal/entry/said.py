"""Amounts in words, for people: "100 kg", "5 km", "28:30"."""

from journal.vocabulary import KG_PER_LB, KM_PER_MI, DistanceUnit, MassUnit


def plain(amount: float) -> str:
    """A number without trailing zeros, at most three decimals."""
    return f"{amount:.3f}".rstrip("0").rstrip(".")


def mass_said(kg: float, unit: MassUnit) -> str:
    """A mass in the writer's unit, pounds to two decimals."""
    return f"{plain(kg)} kg" if unit is MassUnit.KG else f"{plain(round(kg / KG_PER_LB, 2))} lb"


def distance_said(km: float, unit: DistanceUnit) -> str:
    """A distance in the writer's unit, miles to two decimals."""
    return f"{plain(km)} km" if unit is DistanceUnit.KM else f"{plain(round(km / KM_PER_MI, 2))} mi"


def clock_said(seconds: int) -> str:
    """A duration as 28:30 or 1:45:00."""
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def minutes_said(minutes: float) -> str:
    """A duration in minutes as "30 min" when it is whole and under two hours, else as a clock."""
    seconds = round(minutes * 60)
    return clock_said(seconds) if seconds % 60 or seconds > 7200 else f"{seconds // 60} min"
