"""A log as vsftpd writes it with log_ftp_protocol=YES: sessions of many clients at once, the same for the same seed."""

import itertools
import random
import time

USERS = ["anna", "backup", "bob", "camera7", "daily_feed", "ftpuser", "reports", "somchai", "yuki"]
FILES = ["report.csv", "220 notes.txt", "backup-2026-11-20.tar.gz", "image 550.jpg", "pub/data.bin", "in/orders.xml"]
START = 1_795_000_000


def session(rng):
    """The lines of one session behind its time and process, each with the user that is known by then."""
    client = "%s.%d" % (rng.choice(["192.0.2", "198.51.100", "203.0.113"]), rng.randrange(1, 255))
    user = rng.choice(USERS)
    yield "", 'CONNECT: Client "%s"' % client
    said = lambda text: 'FTP response: Client "%s", "%s"' % (client, text)
    sent = lambda text: 'FTP command: Client "%s", "%s"' % (client, text)
    if rng.random() < 0.01:
        yield "", said("421 There are too many connections from your internet address.")
        return
    yield "", said("220 (vsFTPd 3.0.5)")
    yield "", sent("USER " + user)
    yield user, said("331 Please specify the password.")
    yield user, sent("PASS <password>")
    if rng.random() < 0.05:
        yield user, 'FAIL LOGIN: Client "%s"' % client
        yield user, said("530 Login incorrect.")
        return
    yield user, 'OK LOGIN: Client "%s"' % client
    yield user, said("230 Login successful.")
    yield user, sent("TYPE I")
    yield user, said("200 Switching to Binary mode.")
    for _ in range(rng.randrange(1, 12)):
        name = rng.choice(FILES)
        port = rng.randrange(1024, 65536)
        yield user, sent("PASV")
        yield user, said("227 Entering Passive Mode (192,0,2,10,%d,%d)." % (port >> 8, port & 255))
        verb = rng.choice(["RETR", "RETR", "STOR", "LIST"])
        yield user, sent(verb if verb == "LIST" else verb + " " + name)
        chance = rng.random()
        if chance < 0.02:
            yield user, said("550 Failed to open file.")
        elif chance < 0.03:
            yield user, said("425 Failed to establish connection.")
        else:
            yield user, said("150 Opening BINARY mode data connection for %s (%d bytes)." % (name, rng.randrange(10**8)))
            yield user, said("226 Transfer complete.")
    yield user, sent("QUIT")
    yield user, said("221 Goodbye.")


def lines(seed=959, at_once=8):
    """Its lines, without an end."""
    rng = random.Random(seed)
    pids = itertools.count(1000)
    running = []
    for number in itertools.count():
        while len(running) < at_once:
            running.append((next(pids), session(rng)))
        at = rng.randrange(len(running))
        pid, steps = running[at]
        step = next(steps, None)
        if step is None:
            running.pop(at)
            continue
        user, text = step
        stamp = time.strftime("%a %b %e %H:%M:%S %Y", time.gmtime(START + number // 20))
        yield "%s [pid %d] %s%s\n" % (stamp, pid, "[%s] " % user if user else "", text)


def text(size, source):
    """So many characters of its next lines, or a few more."""
    taken = []
    for line in source:
        taken.append(line)
        size -= len(line)
        if size <= 0:
            return "".join(taken)
