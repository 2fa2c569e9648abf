#!/usr/bin/env python3
"""Times how soon the server answers `initialize`: with the runtime of the VSIX, and with a plain `java -jar`, in turns.

Usage: start.py [ROUNDS]        (default 20; needs `mvn -q -DskipTests package`)

Prints both medians, their ratio, and ends with 1 when that is above 0.75. JAVA_HOME names the plain Java, else the PATH.
"""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

MOST = 0.75
ROOT = pathlib.Path(__file__).resolve().parents[3]
JAR = ROOT / "server/target/ftp-log-server.jar"
RUNTIME = ROOT / "vscode-extension/target/runtime"
# As src/java.ts of the VS Code client starts it.
OPTIONS = ["-Xmx768m", "-Xms24m", "-XX:+UseSerialGC", "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40", "-XX:FreqInlineSize=60", "-XX:+ExitOnOutOfMemoryError", "-XX:+DisplayVMOutputToStderr",
           "-XX:SharedArchiveFile=ftp-log-server.jsa", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"]


def answered(command, folder):
    """Seconds from the start of the process to the end of its answer."""
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize",
                       "params": {"processId": None, "rootUri": None, "capabilities": {}}}).encode()
    began = time.perf_counter()
    server = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        server.stdin.flush()
        length = 0
        while (line := server.stdout.readline()) != b"\r\n":
            if not line:
                sys.exit(f"{command[0]} ended without an answer")
            name, value = line.split(b":")
            length = int(value) if name.lower() == b"content-length" else length
        answer = json.loads(server.stdout.read(length))
        took = time.perf_counter() - began
        assert "capabilities" in answer["result"], answer
        return took
    finally:
        server.kill()
        server.wait()


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    home = os.environ.get("JAVA_HOME")
    plain = str(pathlib.Path(home, "bin/java")) if home else "java"
    with tempfile.TemporaryDirectory() as installed:
        # As it is installed: elsewhere, and with the time of the installation.
        shutil.copytree(RUNTIME, installed, dirs_exist_ok=True)
        shutil.copyfile(JAR, pathlib.Path(installed, "ftp-log-server.jar"))
        commands = {
            "plain": [plain, "-jar", str(JAR), "--stdio"],
            "bundled": [str(pathlib.Path(installed, "runtime/bin/java")), *OPTIONS, "-jar", "ftp-log-server.jar", "--stdio"],
        }
        times = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                times[name].append(answered(command, installed))
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    for name, taken in times.items():
        print(f"{name:8} {medians[name] * 1000:5.0f} ms (fastest {min(taken) * 1000:.0f} ms)")
    ratio = medians["bundled"] / medians["plain"]
    print(f"ratio    {ratio:5.2f} (at most {MOST})")
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
