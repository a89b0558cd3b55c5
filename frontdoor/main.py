"""./creature: the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from frontdoor import commands
from frontdoor.console import FrontDoorError, colour, say
from frontdoor.doctor import doctor
from frontdoor.table import describe_arguments

_USAGE = """A robot that feels alive.

  ./creature up   [name:=value ...]      set up if needed, build, run the whole creature
  ./creature ask  WAV [--reply OUT.wav] [--report OUT.json] [name:=value ...]
                                         play one recording through the whole creature and report
  ./creature test [pytest arguments]     set up if needed, build, run every test
  ./creature doctor                      what this machine has and lacks, and what to do about it
  ./creature echo [TOPIC]                print the messages of a topic (affect, voice/text, intent, task, ...)
  ./creature run  PROGRAM [...]          run a program inside the creature's environment

  ./creature COMMAND --help              more about one of them
"""
_HELP = {
    "up": "./creature up [name:=value ...]\n\nSets up what is missing, builds what has changed, starts every node.\n"
    f"The same arguments as `ros2 launch creature bringup.launch.py`:\n\n{describe_arguments()}\n\n"
    "Every parameter with its default and effect: config/creature.yaml",
    "test": "./creature test [pytest arguments]\n\nRuns every test, for example:\n"
    "  ./creature test src/creature_affect      one package\n"
    '  ./creature test -m "not system"          without the whole creature',
    "doctor": "./creature doctor\n\nPrints a table of what is there, what is missing, and the line that mends it.",
    "run": "./creature run PROGRAM [...]\n\nFor example: ./creature run python benchmarks/bench.py",
}
_HELP["ask"] = """./creature ask WAV [--reply OUT.wav] [--report OUT.json] [--timeout S] [--quiet] [name:=value ...]

Plays a recording (wav, flac or ogg, any sample rate) to the creature at real-time pace, waits until it has finished
speaking and acting, and prints what happened. A creature that is awake is asked; otherwise one is woken for it. With
name:=value (see ./creature up --help) one is always woken, apart from any other.

  --reply OUT.wav     what it said, from the recording's first sample on
  --report OUT.json   everything that happened (docs/report.md)
  --timeout S         give up so long after the end of the recording (60)
  --quiet             print errors only

Exit status: 0 answered, 1 never answered, 2 the recording or an argument cannot be used, 3 no creature can hear it"""
_HELP["echo"] = """./creature echo [TOPIC] [--once] [--count N] [--field NAME]

Prints the messages of a topic of the creature that is awake, as `ros2 topic echo` does; without a topic, lists them.

  ./creature echo affect --field emotion      what it feels
  ./creature echo voice/text --field piece    what is heard and said"""
_COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "up": commands.up,
    "ask": commands.ask,
    "test": commands.test,
    "doctor": lambda words: doctor(),
    "echo": commands.echo,
    "run": commands.run,
}
_INTERRUPTED = 130


def main(words: Sequence[str] = tuple(sys.argv[1:])) -> int:
    """Run one command; returns the exit status."""
    if not words or words[0] in ("-h", "--help", "help"):
        say(_USAGE)
        return 0 if words else 2
    name, *rest = words
    if name not in _COMMANDS:
        say(f"creature: there is no command '{name}'\n\n{_USAGE}")
        return 2
    if name in _HELP and rest and rest[0] in ("-h", "--help"):
        say(_HELP[name])
        return 0
    commands.terminate_like_interrupt()
    try:
        return _COMMANDS[name](rest)
    except FrontDoorError as error:
        print(f"{colour('error', '31')}: {error}", file=sys.stderr, flush=True)
        return error.status
    except BrokenPipeError:
        # Whoever read our output has gone; so that Python does not complain when it flushes at the end:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        say("\n  stopped")
        return _INTERRUPTED
