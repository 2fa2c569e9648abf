#!/usr/bin/env python3
"""Compares what the packaged server finds in logs with the labels beside them, file by file.

    src/test/score.py [FOLDER]

FOLDER holds logs, each with NAME.labels.tsv beside it: line (from 1), column (from 0), code and kind of every code that must be
found; the kind "mention" marks what may be found. Without it the logs of this folder are taken. Ends with 1 when a log has a
precision, a recall or a share of right kinds below 0.999.
"""
import collections
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
JAR = HERE.parent.parent / "server/target/ftp-log-server.jar"
LABELS = ".labels.tsv"
LEAST = 0.999


def labels(log):
    for line in Path(str(log) + LABELS).read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) >= 4 and cells[0].isdigit():
            yield (int(cells[0]), int(cells[1])), (cells[2], cells[3])


def found(logs):
    marks = collections.defaultdict(dict)
    scan = subprocess.run(["java", "-jar", JAR, "scan", *logs], stdout=subprocess.PIPE, check=True)
    for line in scan.stdout.decode("utf-8").splitlines():
        mark = json.loads(line)
        marks[mark["file"]][mark["line"], mark["column"] - 1] = mark["code"], mark["kind"]
    return marks


def ratio(part, whole):
    return part / whole if whole else 1.0


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    logs = sorted(path.with_name(path.name[: -len(LABELS)]) for path in folder.rglob("*" + LABELS))
    logs = [log for log in logs if log.exists()]
    if not logs:
        sys.exit(f"{folder}: there are no logs with labels; name a folder that has some")
    marks = found(logs)
    print(f"{'log':60} {'codes':>7} {'precision':>9} {'recall':>7} {'kind':>7}")
    short = 0
    for log in logs:
        wanted = dict(labels(log))
        must = {place: label for place, label in wanted.items() if label[1] != "mention"}
        got = marks[str(log)]
        right = [place for place, mark in got.items() if place in must and must[place][0] == mark[0]]
        wrong = [place for place in got if place not in wanted]
        precision = ratio(len(right), len(right) + len(wrong))
        recall = ratio(len(right), len(must))
        kind = ratio(sum(must[place] == got[place] for place in right), len(right))
        short += min(precision, recall, kind) < LEAST
        print(f"{str(log.relative_to(folder)):60} {len(must):7} {precision:9.4f} {recall:7.4f} {kind:7.4f}")
    print(f"{len(logs)} logs, {short} of them below {LEAST}")
    sys.exit(1 if short else 0)


if __name__ == "__main__":
    main()
