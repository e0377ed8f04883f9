"""How messages print what they name."""

from datetime import date

from cutline.almanac import LANGUAGES


def print_day(day: date) -> str:
    """A day as messages print it: ``3 July 2024``."""
    return f"{day.day} {print_month(day.month)} {day.year}"


def print_month(month: int) -> str:
    """A month's English name; month 1..12."""
    return LANGUAGES["en"].months.split()[month - 1].split("|")[0].capitalize()
