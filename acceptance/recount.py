#!/usr/bin/env python3
"""Recounts a file of public messages with their replies, independently of the platform.

    acceptance/recount.py FILE [--from 2019-01] [--to 2019-12] [--division 3706]
    acceptance/recount.py FILE --compare http://localhost:8080 --token TOKEN

Prints received, resolved, on time, median and 90th percentile of hours by month and mapped place, as the
formulas in docs/import.md say. With --compare it asks a running platform for the same figures and ends
with 1 if one differs. Only Python's standard library is needed.
"""
import argparse
import csv
import json
import re
import sys
import urllib.request
from collections import defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE_MAP = ROOT / "petition-service/src/main/resources/cn/linli/petition/importing/place-map.csv"
HOLIDAYS = ROOT / "platform/src/main/resources/cn/linli/platform/calendar/holidays.csv"
ANSWER_WORKING_DAYS = 3  # an appeal (求助) of other matters: default limit table, domain rules §4.3
EXACT_HOURS = 720
DIVISIONS_PER_QUESTION = 50
FIGURES = ("received", "resolved", "onTime", "medianHours", "p90Hours")

NUMBERED = re.compile(r"(?<![A-Za-z0-9])([A-M][0-9]{1,2})[市区县]")
BARE = re.compile(r"(?<![A-Za-z0-9])([A-M])市")
TIME = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}):(\d{2}))?")


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def place_map():
    return {row["name"]: row["division"] for row in rows_of(PLACE_MAP)}


def place(row, known):
    """The first numbered name of the title, else its first bare one, else the same of the description."""
    for text in (row["title"], row["description"]):
        for pattern in (NUMBERED, BARE):
            for name in pattern.findall(text):
                if name in known:
                    return known[name]
    return known["*"]


def instant(text):
    """Local time (UTC+8, no daylight saving in these years) and whether it is a bare date."""
    parts = TIME.fullmatch(text.strip())
    numbers = [int(part) for part in parts.groups() if part is not None]
    return datetime(*numbers), len(numbers) == 3


class Calendar:
    def __init__(self):
        self.special = {row["date"]: row["kind"] for row in rows_of(HOLIDAYS)}

    def is_worked(self, day):
        kind = self.special.get(day.isoformat())
        return kind == "work" if kind else day.weekday() < 5

    def due(self, start, working_days):
        """24:00 of the last day; the day of the start does not count."""
        day = start.date()
        while working_days > 0:
            day += timedelta(days=1)
            working_days -= self.is_worked(day)
        return datetime.combine(day, datetime.min.time()) + timedelta(days=1)


def path(division):
    return [division[:digits] for digits in (2, 4, 6, 9, 12, 15) if digits <= len(division)]


def hours(submitted, replied):
    """Whole clock hours; above 30 days whole days."""
    whole = int((replied - submitted).total_seconds()) // 60 // 60
    return whole if whole <= EXACT_HOURS else whole // 24 * 24


def nearest_rank(values, percent):
    if not values:
        return None
    ordered = sorted(values)
    return ordered[-(-percent * len(ordered) // 100) - 1]


def recount(file):
    """{(division, month): {figure: value}}"""
    known, calendar = place_map(), Calendar()
    received, resolved, on_time = defaultdict(int), defaultdict(int), defaultdict(int)
    durations = defaultdict(list)
    seen = set()
    for row in rows_of(file):
        if row["id"] in seen:
            continue
        seen.add(row["id"])
        submitted, _ = instant(row["submitted_at"])
        replied, bare = instant(row["replied_at"])
        if bare and replied < submitted < replied + timedelta(days=1):
            replied = submitted
        due = calendar.due(submitted, ANSWER_WORKING_DAYS)
        for division in path(place(row, known)):
            received[division, f"{submitted:%Y-%m}"] += 1
            month = division, f"{replied:%Y-%m}"
            resolved[month] += 1
            on_time[month] += replied <= due
            durations[month].append(hours(submitted, replied))
    return {
        key: {
            "received": received[key],
            "resolved": resolved[key],
            "onTime": on_time[key],
            "medianHours": nearest_rank(durations[key], 50),
            "p90Hours": nearest_rank(durations[key], 90),
        }
        for key in sorted(set(received) | set(resolved))
    }


SHOWN = tuple("petitions." + name for name in ("received", "resolved", "onTimeRate", "medianHours", "p90Hours"))


def ask(gateway, token, divisions, year):
    """The same figures as the platform shows them, month by month."""
    question = {
        "figures": SHOWN,
        "divisions": divisions,
        "from": f"{year}-01-01",
        "to": f"{year}-12-31",
        "by": "month",
    }
    request = urllib.request.Request(
        gateway + "/api/v1/views/query",
        json.dumps({"queries": {"months": question}}).encode(),
        {"Authorization": "Bearer " + token, "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as reply:
        return json.load(reply)["queries"]["months"]["rows"]


def shown(gateway, token, divisions, years):
    """{(division, month): {figure: value}}, without months in which nothing happened"""
    months = {}
    for year in years:
        for start in range(0, len(divisions), DIVISIONS_PER_QUESTION):
            for row in ask(gateway, token, divisions[start : start + DIVISIONS_PER_QUESTION], year):
                figures = row["figures"]
                value = lambda name: figures["petitions." + name].get("value")
                month = {
                    "received": value("received") or 0,
                    "resolved": value("resolved") or 0,
                    "onTime": figures["petitions.onTimeRate"].get("numerator") or 0,
                    "medianHours": value("medianHours"),
                    "p90Hours": value("p90Hours"),
                }
                if month["received"] or month["resolved"]:
                    months[row["division"], row["from"][:7]] = month
    return months


def compare(counted, gateway, token):
    divisions = sorted({division for division, _ in counted})
    years = sorted({month[:4] for _, month in counted})
    actual = shown(gateway, token, divisions, years)
    differences = 0
    for key in sorted(set(counted) | set(actual)):
        expected, found = counted.get(key, {}), actual.get(key, {})
        for name in FIGURES:
            if expected.get(name) != found.get(name):
                differences += 1
                print(*key, f"{name}: recounted {expected.get(name)}, shown {found.get(name)}")
    print(f"{len(counted)} months of {len(divisions)} places compared, {differences} figures differ")
    return 1 if differences else 0


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("file")
    arguments.add_argument("--from", dest="first", default="0000-00", metavar="MONTH")
    arguments.add_argument("--to", dest="last", default="9999-99", metavar="MONTH")
    arguments.add_argument("--division", default="3706", help="this division and all inside it")
    arguments.add_argument("--compare", metavar="URL")
    arguments.add_argument("--token")
    given = arguments.parse_args()
    counted = {
        (division, month): figures
        for (division, month), figures in recount(given.file).items()
        if division.startswith(given.division) and given.first <= month <= given.last
    }
    if given.compare:
        sys.exit(compare(counted, given.compare.rstrip("/"), given.token))
    print("division,month," + ",".join(FIGURES))
    for (division, month), figures in counted.items():
        values = ("" if figures[name] is None else str(figures[name]) for name in FIGURES)
        print(f"{division},{month}," + ",".join(values))


if __name__ == "__main__":
    main()
