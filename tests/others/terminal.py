"""Plays the terminal of a long run: a bar with what is due, Ctrl-C, and going on. The arguments are the command without `--resume`."""
import fcntl
import os
import pty
import re
import struct
import sys
import termios

BAR = re.compile(r'\d+% · [\d.]+ [kM]?B/s · [\d,]+ articles?, [\d,]+ facts?, [\d,]+ errors? · \w+ left')


def run(command, interrupt):
    """Runs it on a terminal of 120 columns, which says Ctrl-C as soon as it has seen the bar; what it saw, and the exit status."""
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 120, 0, 0))
        os.execv(command[0], command)
    seen = b''
    while True:
        try:
            more = os.read(terminal, 1 << 16)
        except OSError:
            more = b''
        if not more:
            break
        seen += more
        if interrupt and BAR.search(seen.decode(errors='replace')):
            os.write(terminal, b'\x03')
            interrupt = False
    return seen.decode(), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


seen, status = run(sys.argv[1:], interrupt=True)
assert BAR.search(seen), seen[-500:]
assert status == 130 and re.search(r'stopped after [\d,]+ articles; the same command with --resume goes on', seen), (status, seen[-500:])
seen, status = run(sys.argv[1:] + ['--resume'], interrupt=False)
assert status == 1 and seen.endswith('says why\r\n'), (status, seen[-500:])
# The line is taken away before anything else is said.
assert seen.rstrip().split('\x1b[2K')[-1].startswith('hasila: '), seen[-500:]
