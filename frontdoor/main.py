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
  ./creature doctor [name:=value ...]    what this machine has and lacks, and what to do about it
  ./creature echo [TOPIC]                print the messages of a topic (affect, voice/text, intent, task, ...)
  ./creature eval intent [FILE ...]      how well it understands what is to be done, on sentences and dialogues
  ./creature run  PROGRAM [...]          run a program inside the creature's environment

  ./creature COMMAND --help              more about one of them
"""
_HELP = {
    "up": f"""./creature up [--yes] [name:=value ...]

Sets up what is missing, builds what has changed, starts every node.
The same arguments as `ros2 launch creature bringup.launch.py`:

{describe_arguments()}

Every parameter with its default and effect: config/creature.yaml

  --yes   install what voice:=moshi, moshi_mlx or moshi_server needs the first time, without asking""",
    "test": """./creature test [pytest arguments]

Runs every test, for example:
  ./creature test src/creature_affect      one package
  ./creature test -m "not system"          without the whole creature

It installs what every voice needs, without asking, as the tests run them all (on made-up weights).""",
    "doctor": """./creature doctor [name:=value ...]

Prints a table of what is there, what is missing, and the line that mends it; with arguments of `up`, for those.""",
    "run": "./creature run PROGRAM [...]\n\nFor example: ./creature run python benchmarks/bench.py",
}
_HELP["ask"] = """./creature ask WAV [--reply OUT.wav] [--report OUT.json] [--timeout S] [--quiet] [--yes]
               [name:=value ...]

Plays a recording (wav, flac or ogg, any sample rate) to the creature at real-time pace, waits until it has finished
speaking and acting, and prints what happened. A creature that is awake is asked; otherwise one is woken for it. With
name:=value (see ./creature up --help) one is always woken, apart from any other.

  --example           without a recording: asks "Could you pick up the red cup?", spoken by the installed voice
  --say WORDS         the same with words of your own
  --reply OUT.wav     what it said, from the recording's first sample on
  --report OUT.json   everything that happened (docs/report.md)
  --timeout S         give up so long after the end of the recording (60)
  --quiet             print errors only
  --yes               install what the voice needs (see ./creature up --help) without asking

Exit status: 0 answered, 1 never answered, 2 the recording or an argument cannot be used, 3 no creature can hear it"""
_HELP["echo"] = """./creature echo [TOPIC] [--once] [--count N] [--field NAME] [--all]

Prints the messages of a topic of the creature that is awake, as `ros2 topic echo` does; without a topic, lists them.
Of a state that is repeated, such as affect, it prints what says something new; --all prints everything.

  ./creature echo affect --field emotion      what it feels
  ./creature echo voice/text --field piece    what is heard and said"""
_HELP["eval"] = """./creature eval intent [FILE ...] [--part dev|held_out|all] [--kind KIND] [--speaker user|agent]
                       [--expect none|some] [--errors N] [--json OUT]

Runs sentences and dialogues through what understands them, and prints what was found, missed and wrongly taken for a
task. FILE is *.jsonl (docs/intent-data.md) or bare sentences, one a line; without one, the sets that come with it.
More: ./creature eval intent --help"""
_COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "up": commands.up,
    "ask": commands.ask,
    "test": commands.test,
    "doctor": doctor,
    "echo": commands.echo,
    "eval": commands.evaluate,
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
