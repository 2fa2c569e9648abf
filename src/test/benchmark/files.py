#!/usr/bin/env python3
"""How long the failed replies of a large log take, and how much memory: `check`, `rg -c` and lnav, in turns, in one run.

    mvn -q -DskipTests package
    src/test/benchmark/files.py [--size 200M] [--rounds 3] [--site]

The log is made here, the same each time. All three answer the same question, how many replies with 4yz and 5yz there are, and
must give the same answer:

check   recognises the format by itself, links each reply to its command and session, and writes a message for each failure.
        It is the launcher of the tarball; "check, java -jar" is what the launcher starts, without the options that it sets.
rg -c   counts the lines that are whole lines of this format, replies, and have such a code. A shorter expression, such as
        '"[45][0-9][0-9] ', is faster, but is another question: it also finds `RETR "550 .txt"`, or the line of any program.
        It is measured as "rg -c, code only".
lnav    is told the format by lnav/vsftpd_protocol.json, and asked in SQL without a terminal.

--site writes the table into src/site/markdown/performance.md.
"""

import argparse
import os
import re
import pathlib
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time

import vsftpd_log

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
TARGET = ROOT / "server/target"
PAGE = ROOT / "src/site/markdown/performance.md"
BEGIN, END = "<!-- files.py begins -->\n", "<!-- files.py ends -->"

# ASCII classes, as the other two have them: with Unicode classes rg takes longer.
WHOLE_LINE = (r'(?-u)^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4} \[pid \d+\](?: \[.*\])? '
              r'FTP response: Client "[^"]*", "[45][0-5]\d[ "]')
CODE_ONLY = r'"[45][0-9][0-9] '
SQL = ";SELECT count(*) FROM vsftpd_protocol WHERE side = 'response' AND reply BETWEEN 400 AND 599"
BLOCK = 4 << 20


def size(text):
    return int(text[:-1]) << {"K": 10, "M": 20, "G": 30}[text[-1].upper()]


def make(path, length):
    """Writes a log of about so many bytes."""
    source = vsftpd_log.lines()
    written = 0
    with open(path, "w", encoding="utf-8") as log:
        while written < length:
            text = vsftpd_log.text(min(BLOCK, length - written), source)
            log.write(text)
            written += len(text)
    return written


def run(command, environment=None):
    """Wall time in seconds, peak memory in MB, and output."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode not in (0, 1):
            sys.exit("%s ended with %d: %s" % (command[0], process.returncode, err.read().decode()))
        # ru_maxrss counts kilobytes on Linux, bytes on macOS.
        return wall, usage.ru_maxrss / (1 << (20 if sys.platform == "darwin" else 10)), out.read()


def failures(out):
    """How many replies the findings stand for: many of one kind are one finding, which says their number."""
    many = re.findall(r": \d{3} × (\d+)", out.decode())
    return out.count(b"\n") - len(many) + sum(map(int, many))


def launcher(home):
    """The command, as it is installed."""
    with tarfile.open(next(TARGET.glob("*.tar.gz"))) as archive:
        archive.extractall(home)
    return str(next(home.glob("*/bin/ftp-log-lens")))


def contenders(log, home):
    """What is run, and how the number is read from the output."""
    last_number = lambda out: int(out.split()[-1])
    lnav = dict(os.environ, HOME=str(home), TERM="dumb")
    ours = dict(os.environ, XDG_CACHE_HOME=str(home))
    check = ["check", "--min-severity", "information", "--language", "en", str(log)]
    found = {"check": ([launcher(home)] + check, ours, failures),
             "check, java -jar": (["java", "-jar", str(TARGET / "ftp-log-server.jar")] + check, None, failures)}
    if shutil.which("rg"):
        found["rg -c"] = (["rg", "-c", WHOLE_LINE, str(log)], None, last_number)
        found["rg -c, code only"] = (["rg", "-c", CODE_ONLY, str(log)], None, last_number)
    if shutil.which("lnav"):
        formats = home / "formats/installed"
        formats.mkdir(parents=True)
        shutil.copy(HERE / "lnav/vsftpd_protocol.json", formats)
        found["lnav"] = (["lnav", "-I", str(home), "-n", "-c", SQL, str(log)], lnav, last_number)
    return found


def measure(log, home, rounds):
    """The times and the memory of each contender, once all have given the same answer."""
    found = contenders(log, home)
    times = {name: [] for name in found}
    memory = {name: [] for name in found}
    answers = {}
    for _ in range(rounds):
        for name, (command, environment, number) in found.items():
            wall, megabytes, out = run(command, environment)
            times[name].append(wall)
            memory[name].append(megabytes)
            answers[name] = number(out)
    if len(set(answers.values())) != 1:
        sys.exit("the answers differ: %s" % answers)
    return times, memory, answers["check"]


def table(times, memory, written):
    rows = ["| | median | fastest | MB/s | memory | times `rg -c` | `check` is … times as fast |",
            "|---|---:|---:|---:|---:|---:|---:|"]
    middle = {name: statistics.median(walls) for name, walls in times.items()}
    rg = middle.get("rg -c")
    for name, wall in middle.items():
        rows.append("| %s | %.2f s | %.2f s | %d | %d MB | %s | %s |" % (
            "`%s`" % name if name in ("check", "rg -c", "lnav") else name,
            wall, min(times[name]), written / wall / 1e6, max(memory[name]),
            "%.1f" % (wall / rg) if rg else "", "" if name == "check" else "%.1f" % (wall / middle["check"])))
    return "\n".join(rows)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--size", type=size, default=size("200M"))
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--site", action="store_true")
    given = arguments.parse_args()
    before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        log = pathlib.Path(folder) / "vsftpd.log"
        written = make(log, given.size)
        times, memory, failed = measure(log, pathlib.Path(folder) / "home", given.rounds)
    told = "%d MB, %d failed replies, %d rounds; %d processors, load %.1f before and %.1f behind.\n\n%s\n" % (
        written / 1e6, failed, given.rounds, os.cpu_count(), before, os.getloadavg()[0], table(times, memory, written))
    print(told)
    if given.site:
        head, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
        PAGE.write_text(head + BEGIN + told + END + rest.split(END)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
