"""A client of a language server: just enough of the protocol to measure how long answers take."""

import json
import re
import subprocess
import threading
import time

HEAD = re.compile(rb'^\{"jsonrpc":"2\.0",(?:"id":("?\d+"?),)?(?:"method":"([^"]+)")?')


class Client:
    """A server's process; each message from it is kept with the time at which its last byte was there."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.last_id = 0
        self.answers = {}
        self.told = []
        self.arrived = threading.Condition()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        stdout = self.process.stdout
        while True:
            length = 0
            for header in iter(stdout.readline, b"\r\n"):
                if not header:
                    return
                name, value = header.split(b":")
                length = int(value) if name.lower() == b"content-length" else length
            body = stdout.read(length)
            now = time.perf_counter()
            head = HEAD.match(body)
            with self.arrived:
                if head and head.group(2):
                    if head.group(1):
                        self.write({"jsonrpc": "2.0", "id": json.loads(head.group(1)), "result": None})
                    self.told.append((head.group(2).decode(), now, body))
                elif head:
                    self.answers[int(head.group(1).strip(b'"'))] = (now, body)
                self.arrived.notify_all()

    def write(self, message):
        self.write_bytes(json.dumps(message).encode())

    def write_bytes(self, body):
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method, params):
        self.write({"jsonrpc": "2.0", "method": method, "params": params})

    def send(self, method, params):
        self.last_id += 1
        self.write({"jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params})
        return self.last_id

    def answer(self, request, patience=120):
        """When the answer was there, and its bytes."""
        with self.arrived:
            if not self.arrived.wait_for(lambda: request in self.answers, patience):
                raise TimeoutError("no answer to request %d" % request)
            return self.answers.pop(request)

    def told_of(self, method, patience=120):
        """When the next notification of the method was there, and its bytes."""
        def found():
            return next((message for message in self.told if message[0] == method), None)
        with self.arrived:
            if not self.arrived.wait_for(found, patience):
                raise TimeoutError("no " + method)
            message = found()
            self.told.remove(message)
            return message[1:]

    def asked(self, method, params):
        """How many milliseconds the answer takes, and what it says."""
        began = time.perf_counter()
        at, body = self.answer(self.send(method, params))
        message = body if len(body) > 1_000_000 else json.loads(body)
        if isinstance(message, dict) and "error" in message:
            raise ValueError(method + ": " + message["error"]["message"])
        return (at - began) * 1000, message

    def initialize(self, capabilities):
        params = {"processId": None, "rootUri": None, "capabilities": capabilities}
        took, _ = self.asked("initialize", params)
        self.tell("initialized", {})
        return took

    def memory(self):
        """Of the process, in bytes."""
        with open("/proc/%d/status" % self.process.pid) as status:
            return int(re.search(r"VmRSS:\s+(\d+) kB", status.read()).group(1)) * 1024

    def live_heap(self):
        """What is in use of the heap after a collection, in bytes."""
        histogram = subprocess.run(
            ["jcmd", str(self.process.pid), "GC.class_histogram"], capture_output=True, text=True, check=True)
        return int(re.findall(r"^Total\s+\d+\s+(\d+)", histogram.stdout, re.M)[0])

    def close(self):
        self.process.kill()
        self.process.wait()
