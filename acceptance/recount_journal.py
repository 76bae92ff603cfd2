#!/usr/bin/env python3
"""Recounts an exported journal, independently of the platform's code.

    acceptance/recount_journal.py JOURNAL [--division 3706]
    acceptance/recount_journal.py JOURNAL --division 3706 --compare http://localhost:8080 --token TOKEN

JOURNAL has one line for each journal document, as `mongoexport --collection=journal` writes it, of one service or of
several one after the other: `s` names the stream, `k` its version, `e` holds the events as `{t: type, d: JSON}`.
Prints the three rates with what they leave out, contacts and matters, whistles, deliberations, disputes and the time
bank's figures for every day and place. With --compare it asks a
running platform for the same figures, day by day on every tier (with --months in so many months only, the latest
among them), and ends with 1 if one differs. Only Python's standard library is needed.
"""
import argparse
import json
import sys
import urllib.request
from collections import defaultdict
from datetime import datetime, timedelta, timezone

TYPE = "cn.linli.petition."
DISPUTE_TYPE = "cn.linli.mediation."
BANK_TYPE = "cn.linli.timebank."
ZONE = timezone(timedelta(hours=8))
DUTY = {"out-of-duty", "not-our-duty", "not-ours", "not-mine"}
AT_ONCE_MINUTES = 30
SATISFIED_GRADE = 3
DIVISIONS_PER_QUESTION = 50
LEFT_OUT = {
    "responseRate": ("answeredAtOnce", "praise", "noContactAsked", "unreached"),
    "resolutionRate": ("inadmissible", "outOfDuty", "withdrawn", "unreached"),
    "satisfactionRate": ("withdrawn", "unreached"),
}
COUNTS = {
    "petitions.received": ("received",),
    "petitions.merged": ("merged",),
    "whistles.blown": ("blown",),
    "deliberations.held": ("held",),
    "deliberations.completed": ("completed",),
}
ACTIVITY_COUNTS = ("published", "places", "cancelled", "signedUp", "checkedIn", "confirmed", "noShows")
BANK_COUNTS = ("minutesPosted", "minutesRedeemed", "pointsPosted", "activeVolunteers") + tuple(
    f"activities.{name}" for name in ACTIVITY_COUNTS
)
SERVED = {"service", "exchange", "session"}
SPENT = {"redeemed", "exchange"}
DISPUTE_RATES = ("successRate", "firstSessionRate", "performedRate")
DISPUTE_COUNTS = ("registered", "concluded", "failed", "refused", "withdrawn", "confirmed", "handedOver")


class Request:
    """One stream: where it belongs now, and what it adds on which day."""

    def __init__(self):
        self.path, self.adds, self.vote = [], [], None

    def add(self, day, name, times=1):
        self.adds.append((day, name, times))

    def take(self, kind, event):
        self.path, day = event["path"], event["day"]
        if kind == "Submitted":
            self.submitted(event, day)
        elif kind == "Resolved":
            consulted = event["facets"]["kind"] == "consultation" and not event["facets"]["imported"]
            if consulted and event["round"] == 1 and event["span"]["minutes"] <= AT_ONCE_MINUTES:
                self.add(day, "answeredAtOnce")
        elif kind == "Rejected":
            self.add(day, "outOfDuty" if event["code"] in DUTY else "inadmissible")
        elif kind == "Voted":
            self.vote = event["vote"]
        elif kind == "Reopened":
            self.vote = None
        elif kind == "Withdrawn":
            self.vote = None
            self.add(day, "withdrawn")
        elif kind == "VisitMissed" and event["last"]:
            self.add(day, "unreached")
        elif kind in ("Merged", "Unmerged"):
            self.add(event["received"], "merged", 1 if kind == "Merged" else -1)
        elif kind == "Whistled":
            self.add(day, "blown")
        elif kind == "DepartmentCheckedIn" and event["inTime"]:
            self.add(day, "checkedIn")
        elif kind == "CheckInFellDue":
            self.add(day, "checkInMissed")
        elif kind == "WhistleDeclined" and event["inTime"]:
            self.add(day, "declined")
        elif kind == "MeetingHeld":
            self.add(day, "held")
        elif kind == "DeliberationReviewed" and event["completes"]:
            self.add(day, "completed")

    def submitted(self, event, day):
        self.add(day, "received")
        if not event["facets"]["imported"]:
            if event["facets"]["category"] == "praise":
                self.add(day, "praise")
            elif event.get("contactRef") is None:
                self.add(day, "noContactAsked")

    def all(self):
        """All of it where the request belongs now, whatever place it was filed in."""
        for day, name, times in [*self.adds, *(votes(self.vote) if self.vote else ())]:
            yield self.path, day, name, times


class Dispute:
    """One stream of the mediation service: every event counts where and when it says."""

    def __init__(self):
        self.adds = []

    def add(self, event, name, day=None):
        self.adds.append((event["path"], day or event["day"], "disputes." + name, 1))

    def take(self, kind, event):
        if kind == "DisputeRegistered":
            self.add(event, "registered")
        elif kind == "DisputeConcluded":
            self.concluded(event)
        elif kind == "ObligationFellDue":
            self.add(event, "fellDue")
        elif kind == "ObligationPerformed":
            if event["onTime"]:
                self.add(event, "inTime")
            else:
                self.add(event, "late", local_day(event["dueBy"]))
        elif kind == "AgreementConfirmed" and event["confirmed"]:
            self.add(event, "confirmed")
        elif kind == "HandedOver":
            self.add(event, "handedOver")

    def concluded(self, event):
        self.add(event, "concluded")
        agreed = event["outcome"] == "agreed"
        self.add(event, "partlyAgreed" if agreed and event["partial"] else event["outcome"])
        if event["sessions"] > 0:
            self.add(event, "hadSession")
            if agreed and event["atFirstSession"]:
                self.add(event, "atFirstSession")

    def all(self):
        return self.adds


class Activity:
    """One activity: how many it moved, each person once a step."""

    def __init__(self):
        self.adds, self.came = [], set()

    def add(self, event, name, times=1):
        self.adds.append((event["path"], event["day"], "bank.activities." + name, times))

    def take(self, kind, event):
        if kind == "ActivityPublished":
            self.add(event, "published")
            self.add(event, "places", event["plan"]["places"])
        elif kind == "CheckedIn" and event["account"] not in self.came:
            self.came.add(event["account"])
            self.add(event, "checkedIn")
        elif kind in STEPS:
            name, times = STEPS[kind]
            self.add(event, name, times)

    def all(self):
        return self.adds


STEPS = {
    "ActivityCancelled": ("cancelled", 1),
    "SignedUp": ("signedUp", 1),
    "SignUpWithdrawn": ("signedUp", -1),
    "ServiceConfirmed": ("confirmed", 1),
    "Missed": ("noShows", 1),
}


class Passbook:
    """One stream of the time bank: its lines, and in which months its holder gave time."""

    def __init__(self):
        self.adds, self.months = [], set()

    def take(self, kind, event):
        if kind == "Posted":
            self.line(event, event["amount"], event["reason"])

    def line(self, event, amount, reason):
        def add(name, times):
            self.adds.append((event["path"], event["day"], "bank." + name, times))

        if event["unit"] == "points":
            if reason == "deed" and amount > 0:
                add("pointsPosted", amount)
            return
        if reason in SERVED and amount > 0:
            add("minutesPosted", amount)
            if event["day"][:7] not in self.months:
                self.months.add(event["day"][:7])
                add("activeVolunteers", 1)
        if reason in SPENT and amount < 0:
            add("minutesRedeemed", -amount)
        if not event["entry"].startswith("pool-"):
            add("liability", amount)

    def all(self):
        return self.adds


def local_day(instant):
    """The calendar day in the tenants' zone."""
    return datetime.fromisoformat(instant.replace("Z", "+00:00")).astimezone(ZONE).date().isoformat()


def votes(vote):
    """What one vote adds to numerators and denominators, on its own day."""
    day, contacted, resolved = vote["day"], vote.get("contacted"), vote.get("resolved")
    satisfied, grade = vote.get("satisfied"), vote.get("grade")
    if contacted is not None:
        yield day, "contactAsked", 1
        yield day, "contactYes", int(contacted)
    if resolved is not None:
        yield day, "resolvedAsked", 1
        yield day, "resolvedYes", {True: 1, False: 0, "partly": 0.5}[resolved]
    if satisfied is not None or grade is not None:
        yield day, "satisfiedAsked", 1
        yield day, "satisfiedYes", int(satisfied if satisfied is not None else grade >= SATISFIED_GRADE)


def cases_of(journal):
    """Every request, every dispute and every passbook and activity, its events in order."""
    streams = defaultdict(list)
    with open(journal, encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            prefix = document["e"][0]["t"].rsplit(".", 2)[0] + "." if document["e"] else ""
            if (prefix, document["s"].split(":")[0]) in CASES:
                streams[prefix, document["s"]].append((int(number(document["k"])), document["e"]))
    for (prefix, stream), documents in streams.items():
        case = CASES[prefix, stream.split(":")[0]]()
        for _, events in sorted(documents, key=lambda each: each[0]):
            for event in events:
                case.take(event["t"].removeprefix(prefix).rsplit(".", 1)[0], json.loads(event["d"]))
        yield case


CASES = {(TYPE, "petition"): Request, (DISPUTE_TYPE, "d"): Dispute, (BANK_TYPE, "a"): Passbook, (BANK_TYPE, "v"): Activity}


def number(value):
    return value["$numberLong"] if isinstance(value, dict) else value


def recount(journal, division):
    """{place: {day: {name: sum}}} for the division and all inside it"""
    sums = defaultdict(lambda: defaultdict(lambda: defaultdict(float)))
    for case in cases_of(journal):
        for path, day, name, times in case.all():
            for place in path:
                if place.startswith(division):
                    sums[place][day][name] += times
    return sums


def figures(sums):
    """The published formulas; None without data."""

    def rate(above, below):
        return round(above / below, 6) if below else None

    shown = {code: sums[names[0]] for code, names in COUNTS.items()}
    shown["petitions.matters"] = sums["received"] - sums["merged"]
    shown["petitions.responseRate"] = rate(sums["contactYes"], sums["contactAsked"])
    shown["petitions.resolutionRate"] = rate(sums["resolvedYes"], sums["resolvedAsked"])
    shown["petitions.satisfactionRate"] = rate(sums["satisfiedYes"], sums["satisfiedAsked"])
    for name, reasons in LEFT_OUT.items():
        for reason in reasons:
            shown[f"petitions.{name} without {reason}"] = sums[reason]
    called = sums["checkedIn"] + sums["checkInMissed"]
    shown["whistles.checkedInOnTimeRate"] = rate(sums["checkedIn"], called)
    shown["whistles.checkedInOnTimeRate apart"] = sums["declined"]
    shown.update(dispute_figures(sums, rate))
    shown.update({f"bank.{name}": sums["bank." + name] for name in BANK_COUNTS})
    shown["bank.liabilityMinutes"] = sums["bank.liability, all days"]
    return shown


def until(days):
    """What a state of day's end rests on: {day: minutes of all days until then}"""
    running, found = 0, {}
    for day in sorted(days):
        running += days[day]["bank.liability"] if "bank.liability" in days[day] else 0
        found[day] = running
    return found


def sums_of(counted, owed, day):
    """What was counted on one day, and what the days until then left."""
    before = [each for each in owed if each <= day]
    return defaultdict(float, {**counted.get(day, {}), "bank.liability, all days": owed[max(before)] if before else 0})


def dispute_figures(all_sums, rate):
    own = {name.removeprefix("disputes."): times for name, times in all_sums.items() if name.startswith("disputes.")}
    sums = defaultdict(float, own)
    shown = {f"disputes.{name}": sums[name] for name in DISPUTE_COUNTS}
    shown["disputes.agreed"] = sums["agreed"] + sums["partlyAgreed"]
    shown["disputes.successRate"] = rate(sums["agreed"], sums["concluded"] - sums["refused"])
    shown["disputes.successRate apart"] = sums["partlyAgreed"]
    shown["disputes.successRate without refused"] = sums["refused"]
    shown["disputes.firstSessionRate"] = rate(sums["atFirstSession"], sums["hadSession"])
    shown["disputes.performedRate"] = rate(sums["inTime"] + sums["late"], sums["inTime"] + sums["fellDue"])
    shown["disputes.performedRate apart"] = sums["late"]
    return shown


def shown_figures(row):
    """What the platform shows, in the same names."""
    shown = {}
    for code, figure in row["figures"].items():
        shown[code] = figure.get("value")
        for reason, times in (figure.get("excluded") or {}).items():
            shown[f"{code} without {reason}"] = times
        if figure.get("apart") is not None:
            shown[f"{code} apart"] = figure["apart"]
    return shown


def ask(gateway, token, divisions, first, last):
    question = {
        "figures": [*COUNTS, "petitions.matters", "whistles.checkedInOnTimeRate"]
        + [f"petitions.{name}" for name in LEFT_OUT]
        + [f"disputes.{name}" for name in (*DISPUTE_COUNTS, "agreed", *DISPUTE_RATES)]
        + [f"bank.{name}" for name in (*BANK_COUNTS, "liabilityMinutes")],
        "divisions": divisions,
        "from": first,
        "to": last,
        "by": "day",
    }
    request = urllib.request.Request(
        gateway + "/api/v1/views/query",
        json.dumps({"queries": {"days": question}}).encode(),
        {"Authorization": "Bearer " + token, "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as reply:
        return json.load(reply)["queries"]["days"]["rows"]


def months(days):
    """First and last day counted of each month: what one question covers."""
    found = defaultdict(list)
    for day in sorted(days):
        found[day[:7]].append(day)
    return [(each[0], each[-1]) for each in found.values()]


def spread(all_months, most):
    """At most so many of them: the latest, and others at even distances before it."""
    step = max(1, -(-len(all_months) // most))
    return all_months[::-1][::step]


def compare(counted, gateway, token, most):
    divisions = sorted(counted)
    days = {day for place in counted.values() for day in place}
    owed = {place: until(of_place) for place, of_place in counted.items()}
    compared = differences = 0
    for first, last in spread(months(days), most):
        for start in range(0, len(divisions), DIVISIONS_PER_QUESTION):
            for row in ask(gateway, token, divisions[start : start + DIVISIONS_PER_QUESTION], first, last):
                place = row["division"]
                expected = figures(sums_of(counted[place], owed[place], row["from"]))
                found = shown_figures(row)
                compared += 1
                for name, value in expected.items():
                    if (found.get(name) or 0) != (value or 0):
                        differences += 1
                        print(row["division"], row["from"], f"{name}: recounted {value}, shown {found.get(name)}")
    print(f"{compared} days of {len(divisions)} places compared, {differences} figures differ")
    return 1 if differences or not compared else 0


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("journal")
    arguments.add_argument("--division", default="", help="this division and all inside it")
    arguments.add_argument("--compare", metavar="URL")
    arguments.add_argument("--token")
    arguments.add_argument("--months", type=int, default=10_000, help="compare at most so many months")
    given = arguments.parse_args()
    counted = recount(given.journal, given.division)
    if given.compare:
        sys.exit(compare(counted, given.compare.rstrip("/"), given.token, given.months))
    for place in sorted(counted):
        owed = until(counted[place])
        for day in sorted(counted[place]):
            print(place, day, json.dumps(figures(sums_of(counted[place], owed, day)), ensure_ascii=False))


if __name__ == "__main__":
    main()
