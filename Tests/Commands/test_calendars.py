"""Appointments that Weefsel writes are read by a library that is not ours."""

from datetime import date, datetime, timezone

import pytest
from icalendar import Calendar

from rig.places import ROOT

FOLDER = ROOT / "Tests" / "Exports" / "calendars"


def read(name: str):
    content = (FOLDER / name).read_bytes()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    calendar = Calendar.from_ical(content)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    event, = calendar.walk("VEVENT")
    assert not calendar.errors and not event.errors
    return calendar, event


@pytest.mark.parametrize("method, sequence, status", [
    ("publish", 0, "CONFIRMED"), ("request", 1, "CONFIRMED"), ("cancel", 2, "CANCELLED")])
def test_an_appointment_is_changed_and_taken_back_under_its_own_name(method, sequence, status):
    calendar, event = read(f"{method}.ics")
    assert calendar["METHOD"] == method.upper()
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == ("0a1b@linde.example", sequence, status)
    assert event["DTSTART"].dt == datetime(2026, 10, 5, 7, tzinfo=timezone.utc)
    assert event["DTEND"].dt == datetime(2026, 10, 5, 8, tzinfo=timezone.utc)
    assert event["SUMMARY"] == "Gesprek; over, \\ van alles\nen meer"
    assert event["DESCRIPTION"] == "Één lange regel. " * 30
    assert event["ORGANIZER"] == "mailto:weefsel@linde.example"
    assert event["ORGANIZER"].params["CN"] == "De 'Linde', zorg"
    assert ("ATTENDEE" in event) == (method != "publish")


def test_a_day_has_no_hour():
    _, event = read("days.ics")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 10, 5), date(2026, 10, 7))
