#!/usr/bin/env python3
"""Scores what `firstvisit assess` makes of free text, case by case.

    tests/vignettes/free_text.py tests/vignettes/blind_c.jsonl ...

Prints each text that is judged below its least safe level (LOW) or above all
acceptable ones (HIGH, beyond doctor_first, which any open safety question
brings), then the sums. --sums prints the sums alone, for a set that is held
back. Exits with 1 when a text brings a plan past a doctor.
"""

import argparse
import json
import pathlib
import subprocess
import sys

LEVELS = ["ok", "caution", "doctor_first", "urgent", "emergency"]
OLDER_NAMES = {
    "emergency_now": "emergency",
    "urgent_same_day": "urgent",
    "see_doctor_first": "doctor_first",
    "massage_ok_with_caution": "caution",
    "massage_ok": "ok",
}
ROOT = pathlib.Path(__file__).resolve().parents[2]


def rank(level):
    return LEVELS.index(OLDER_NAMES.get(level, level))


def texts(files):
    for file in files:
        for line in file.read_text().splitlines():
            case = json.loads(line)
            for number, text in enumerate(case["free_text"]):
                yield f"{case['id']}/{number}", text["text"], case["expect"]


def assess(command, cases):
    lines = [json.dumps({"id": name, "text": text}) for name, text, _ in cases]
    done = subprocess.run([command, "assess"], input="\n".join(lines) + "\n",
                          stdout=subprocess.PIPE, check=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--sums", action="store_true")
    parser.add_argument("--command",
                        default=ROOT / "bazel-bin/assistant/firstvisit")
    options = parser.parse_args()
    cases = list(texts(options.files))
    low = high = past = 0
    for (name, text, expect), heard in zip(cases, assess(options.command,
                                                         cases)):
        least, level = rank(expect["min_safe"]), rank(heard["triage"])
        most = max(map(rank, expect["acceptable"] + ["doctor_first"]))
        low += level < least
        high += level > most
        past += bool(heard["plan"]) and least >= rank("doctor_first")
        if not options.sums and not least <= level <= most:
            word = "LOW" if level < least else "HIGH"
            print(f"{word:4} {name} {LEVELS[level]}, not {LEVELS[least]}: "
                  f"{text} {heard['precautions']}")
    print(f"{len(cases)} texts: {low} below the safe level, {high} above the "
          f"acceptable ones, {past} with a plan past a doctor")
    return 1 if past else 0


if __name__ == "__main__":
    sys.exit(main())
