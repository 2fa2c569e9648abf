#!/usr/bin/env python3
"""How long an editor waits for the server, and how much memory it takes, with a log of 50 MB over stdio.

    mvn -q -DskipTests package
    src/test/benchmark/latency.py [--site]

--site writes the table into src/site/markdown/performance.md. Beside the server it runs, in turns, a bare server on lsp4j
that only takes the text (BareServer.java), and camel-lsp-server, which Maven fetches into a folder that is deleted afterwards.
"""

import json
import os
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time

from lsp_client import Client
import vsftpd_log

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
JAR = pathlib.Path(os.environ.get("FTP_LOG_SERVER_JAR", ROOT / "server/target/ftp-log-server.jar"))
TESTS = ROOT / "server/target/test-classes"
PAGE = ROOT / "src/site/markdown/performance.md"
CAMEL = "com.github.camel-tooling:camel-lsp-server:1.34.0"

# As the VS Code client starts it.
JAVA = ["java", "-Xmx768m", "-Xms24m", "-XX:+UseSerialGC", "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40", "-XX:FreqInlineSize=60"]
SERVER = JAVA + ["-jar", str(JAR), "--stdio"]
BARE = JAVA + ["-cp", "%s:%s" % (JAR, TESTS), "io.github.ftploglens.BareServer"]

URI = "file:///logs/vsftpd.log"
DOCUMENT = {"textDocument": {"uri": URI}}
SIZE = 50_000_000
ROUNDS = 5
# camel-lsp-server does not start for a client that cannot complete.
COMPLETING = {"workspace": {}, "textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}}}
PULLING = {"textDocument": {"diagnostic": {}, "hover": {"contentFormat": ["markdown"]},
                            "documentSymbol": {"hierarchicalDocumentSymbolSupport": True}}}


def opened(text):
    document = {"uri": URI, "languageId": "ftplog", "version": 1, "text": text}
    return json.dumps({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": document}}).encode()


def diagnostics(command, did_open, times):
    """How long it takes until the diagnostics have come so many times: first those of the head, then those of the log."""
    client = Client(command)
    client.initialize({})
    time.sleep(1)
    began = time.perf_counter()
    client.write_bytes(did_open)
    took = [(client.told_of("textDocument/publishDiagnostics")[0] - began) * 1000 for _ in range(times)]
    client.close()
    return took


def start(command):
    began = time.perf_counter()
    client = Client(command)
    client.initialize(COMPLETING)
    took = (time.perf_counter() - began) * 1000
    time.sleep(1.5)
    memory = client.memory()
    client.close()
    return took, memory


def hovers(client, log, count):
    rng = random.Random(959)
    lines = log.split("\n")
    took = []
    while len(took) < count:
        number = rng.randrange(len(lines))
        code = re.search(r'response: Client "[^"]*", "', lines[number])
        if code:
            position = {"line": number, "character": code.end() + 1}
            milliseconds, answer = client.asked("textDocument/hover", dict(DOCUMENT, position=position))
            assert answer["result"]["contents"]["value"].startswith("### "), answer
            took.append(milliseconds)
    return took


def appends(client, source, last, count):
    took = []
    for version in range(2, count + 2):
        lines = "".join(next(source) for _ in range(1000))
        change = {"range": {"start": {"line": last, "character": 0}, "end": {"line": last, "character": 0}}, "text": lines}
        last += 1000
        began = time.perf_counter()
        client.tell("textDocument/didChange", {"textDocument": {"uri": URI, "version": version}, "contentChanges": [change]})
        at, body = client.answer(client.send("textDocument/diagnostic", DOCUMENT))
        assert b'"items":[{' in body, body[:200]
        took.append((at - began) * 1000)
    return took, last


def between(client, slow, quick):
    """How long a quick request takes that comes while a slow one is worked on."""
    began = client.send(*slow)
    time.sleep(0.02)
    took, _ = client.asked(*quick)
    client.answer(began)
    return took


def requests(client, log, last, rows):
    hover = ("textDocument/hover", dict(DOCUMENT, position={"line": 1, "character": 100}))
    screen = lambda line: {"start": {"line": line, "character": 0}, "end": {"line": line + 60, "character": 0}}
    lines = [line * last // 100 for line in range(100)]
    rows("semantic tokens of a screen", [client.asked("textDocument/semanticTokens/range", dict(DOCUMENT, range=screen(line)))[0] for line in lines])
    rows("inlay hints of a screen", [client.asked("textDocument/inlayHint", dict(DOCUMENT, range=screen(line)))[0] for line in lines])
    rows("semantic tokens of the whole log", [client.asked("textDocument/semanticTokens/full", DOCUMENT)[0] for _ in range(5)])
    rows("a hover while these are computed", [between(client, ("textDocument/semanticTokens/full", DOCUMENT), hover) for _ in range(5)])
    rows("outline", [client.asked("textDocument/documentSymbol", DOCUMENT)[0] for _ in range(10)])
    rows("diagnostics pulled, nothing changed since", [client.asked("textDocument/diagnostic", DOCUMENT)[0] for _ in range(20)])


class Table:
    def __init__(self):
        self.lines = []

    def __call__(self, what, took, target=""):
        took = sorted(took)
        p50 = statistics.median(took)
        p99 = took[min(len(took) - 1, int(len(took) * 0.99))]
        self.line(what, str(len(took)), "%.1f ms" % p50, "%.1f ms" % p99, target)

    def line(self, *cells):
        self.lines.append("| " + " | ".join(cells) + " |")
        print(self.lines[-1], flush=True)


def camel(folder):
    subprocess.run(["mvn", "-q", "-B", "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy", "-Dartifact=" + CAMEL, "-DoutputDirectory=" + folder],
                   cwd=folder, check=True)
    return JAVA + ["-jar", str(next(pathlib.Path(folder).glob("*.jar")))]


def beside_others(table, did_open):
    with tempfile.TemporaryDirectory() as folder:
        other = camel(folder)
        ours, theirs = zip(*[(start(SERVER), start(other)) for _ in range(ROUNDS)])
    table("from the start to the answer of `initialize`", [took for took, _ in ours],
          "≤ 0.5 × camel-lsp-server: **%.2f**" % ratio([took for took, _ in ours], [took for took, _ in theirs]))
    table("the same of camel-lsp-server", [took for took, _ in theirs])
    rounds = [diagnostics(BARE, did_open, 1) + diagnostics(SERVER, did_open, 2) for _ in range(ROUNDS)]
    bare, first, all_of_them = zip(*rounds)
    table("from `didOpen` to the first diagnostics, those of the first 4,000 lines", first, "≤ 2 × the bare server: **%.2f**" % ratio(first, bare))
    table("from `didOpen` to the diagnostics of the whole log", all_of_them)
    table("the bare server takes the same `didOpen`", bare)
    return statistics.median(memory for _, memory in ours)


def ratio(ours, theirs):
    return statistics.median(ours) / statistics.median(theirs)


def with_a_log(table, source, log, did_open):
    """Measures what an editor asks about an open log that grows; returns its memory behind each part."""
    client = Client(SERVER)
    client.initialize(PULLING)
    client.write_bytes(did_open)
    client.asked("textDocument/diagnostic", DOCUMENT)
    opened_with = client.memory()
    table("hover", hovers(client, log, 1000), "p99 ≤ 5 ms")
    took, last = appends(client, source, log.count("\n"), 100)
    table("1,000 lines appended, to the diagnostics pulled anew", took, "p50 ≤ 50 ms")
    requests(client, log, last, table)
    at_end = client.memory()
    live = client.live_heap()
    client.close()
    return opened_with, at_end, live


def main():
    source = vsftpd_log.lines()
    log = vsftpd_log.text(SIZE, source)
    did_open = opened(log)
    table = Table()
    table.line("what", "times", "p50", "p99", "target")
    table.line("---", "---", "---", "---", "---")
    idle = 0 if "--quick" in sys.argv else beside_others(table, did_open)
    opened_with, at_end, live = with_a_log(table, source, log, did_open)
    text = len(log) + 100 * 1000 * len(log) / log.count("\n")
    memory = (
        "Memory of the process: %.0f MB idle (target: below 80 MB), %.0f MB when the log has been opened, %.0f MB at the end. "
        "In use of the heap at the end: %.0f MB, %.1f × the text (target: at most 6 ×)."
        % (idle / 1e6, opened_with / 1e6, at_end / 1e6, live / 1e6, live / text))
    print("\n" + memory)
    if "--site" in sys.argv:
        write("\n".join(table.lines) + "\n\n" + memory + "\n\nMeasured with %d processors, at a load of %.1f." % (os.cpu_count(), os.getloadavg()[0]))


def write(measured):
    """Puts it between the marks of the page."""
    page = PAGE.read_text(encoding="utf-8")
    begin, end = "<!-- latency.py begins -->\n", "\n<!-- latency.py ends -->"
    before, rest = page.split(begin)
    PAGE.write_text(before + begin + measured + end + rest.split(end)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
