"""What the creature says of how a task ended. Chance is passed in; the same sentence is not said twice in a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from creature_intent import acts
from creature_intent.acts import USER
from creature_intent.deeds.choices import options
from creature_intent.grammar.lexicon import word_set
from creature_intent.tasks import goals
from creature_intent.tasks.goals import Goal

Choose = Callable[[Sequence[str]], str]
"""Picks one of several sentences (random.Random.choice)."""

_DONE = {
    acts.GRAB_OBJECT: ("I've got {object}.", "Got it, I have {object}.", "There, I'm holding {object}."),
    acts.BRING_OBJECT: ("Here you are, {object}.", "Here is {object}.", "There you go, {object}."),
    acts.PLACE_OBJECT: ("{Object} is {place} now.", "Done, I put {object} {place}.", "There, {object} is {place}."),
    acts.MOVE_TO: ("Here I am, at {destination}.", "I'm at {destination} now.", "I've arrived at {destination}."),
    acts.GUIDE: ("Here we are, at {destination}.", "This is {destination}.", "We've arrived at {destination}."),
    acts.OPEN: ("{Object} is open now.", "There, {object} is open."),
    acts.CLOSE: ("{Object} is closed now.", "There, {object} is closed."),
    acts.SWITCH_ON: ("{Object} is on now.", "There, {object} is on."),
    acts.SWITCH_OFF: ("{Object} is off now.", "There, {object} is off."),
    acts.FOLLOW: ("I'll stay here now.", "That's as far as I follow."),
    acts.PERFORM_MOTION: ("There.", "That was it.", "Done."),
}
_DONE_FOR_OTHERS = ("I've brought {object} to {recipient}.", "{Recipient} has {object} now.")
_DONE_ELSEWHERE = ("I've brought {object} to {destination}.", "{Object} is at {destination} now.")
_DONE_HERE = ("Here I am.", "I'm with you now.", "Here, next to you.")
_DONE_LED = ("Here we are.", "We're here.", "There, we've arrived.")
_DONE_ANY = ("Done.", "That's done.", "All done.")
_NOT_DONE = {
    goals.UNKNOWN_OBJECT: ("I'm sorry, I can't find {a_thing} here.", "I looked, but I can't find {a_thing} here."),
    goals.UNREACHABLE: (
        "I can't reach {thing}.",
        "I'm sorry, I can't get to {thing}.",
        "Sorry, {thing} is out of my reach.",
    ),
    # What the body has declared to be able to do, and will not do with this.
    goals.REFUSED: ("I'm sorry, that is something I can't do.", "Sorry, my body doesn't do that."),
    goals.FAILED: ("I'm sorry, that didn't work.", "I tried, but it went wrong.", "Sorry, I didn't manage that."),
}
_NO_SUCH_PLACE = ("I'm sorry, I don't know where {thing} is.", "Sorry, I don't know the way to {thing}.")
_GUESS = re.compile(r"did you mean [^?]+\?$")
NO_BODY = ("I'm sorry, my body isn't answering.", "I'm sorry, I can't move, my body isn't answering.")


class OutcomeWords:
    """Words for the end of a task."""

    def __init__(self, choose: Choose) -> None:
        self._choose = choose
        self._last = ""

    def of(self, goal: Goal, outcome: str, message: str = "", body_answered: bool = True) -> str:
        """What to say of a goal that ended; empty where nothing is said (a canceled task).

        Args:
            message: The executor's own words. Said where they tell which objects there are, or end in "did you mean
                the red cup?"; otherwise they show which of the named things was missing.
            body_answered: False if there was no server, or it went away.
        """
        if outcome == goals.CANCELED:
            return ""
        if not body_answered:
            return self._one_of(NO_BODY)
        if outcome == goals.OK and goal.intent == acts.SEARCH and message.startswith("found "):
            return f"I {_sentence_end(message)}"
        if outcome == goals.OK:
            return _filled(self._one_of(_done(goal)), goal)
        if outcome == goals.AMBIGUOUS:
            return _which(goal, message)
        if outcome == goals.UNKNOWN_OBJECT and message.startswith("it is not clear"):
            return f"I'm sorry, {_sentence_end(message)}"
        variants = _NOT_DONE.get(outcome, _NOT_DONE[goals.FAILED])
        culprit = _culprit(goal, message)
        if outcome == goals.UNKNOWN_OBJECT and culprit == goal.slots.destination:
            variants = _NO_SUCH_PLACE
        return _with_guess(_filled(self._one_of(variants), goal, culprit), message)

    def _one_of(self, variants: Sequence[str]) -> str:
        fresh = [words for words in variants if words != self._last] or list(variants)
        self._last = self._choose(fresh)
        return self._last


def _done(goal: Goal) -> Sequence[str]:
    slots = goal.slots
    if goal.intent == acts.BRING_OBJECT and slots.recipient not in ("", USER):
        return _DONE_FOR_OTHERS
    if goal.intent == acts.BRING_OBJECT and slots.destination and not slots.recipient:
        return _DONE_ELSEWHERE
    if goal.intent == acts.MOVE_TO and slots.destination in (USER, "", "here", "there"):
        return _DONE_HERE
    if goal.intent == acts.GUIDE and slots.destination in (USER, "", "here", "there"):
        return _DONE_LED
    return _DONE.get(goal.intent, _DONE_ANY)


def _which(goal: Goal, message: str) -> str:
    thing = goal.slots.object or goal.slots.destination
    question = f"Which {thing}?" if thing else "Which one?"
    said = message.strip()
    if not said:
        return question
    if "?" in said:
        return said
    names = [_the(name) for name in options(said)]
    if names:
        return f"{question[:-1]}, {', '.join(names[:-1])} or {names[-1]}?"
    return f"{question} {_sentence(said)}"


def _culprit(goal: Goal, message: str) -> str:
    """What the task failed on: the role that the executor's message names, the object if it names none."""
    said = message.lower()
    slots = goal.slots
    named = [words for words in (slots.object, slots.destination, slots.source) if words and words.lower() in said]
    return named[0] if named else slots.object or slots.destination or "that"


def _with_guess(words: str, message: str) -> str:
    """The words, with the executor's own guess at what was meant, where its message ends in one."""
    guess = _GUESS.search(message)
    return f"{words.rstrip('.')}; {guess[0]}" if guess else words


def _filled(words: str, goal: Goal, thing: str = "that") -> str:
    slots = goal.slots
    values = {
        "object": _the(slots.object or "it"),
        "destination": _the(slots.destination or "the place"),
        "recipient": slots.recipient if slots.recipient[:1].isupper() else _the(slots.recipient or "you"),
        "thing": _the(thing),
        "a_thing": _a(thing),
        "place": _where(slots.destination, goal.utterance),
    }
    capitals = {name.capitalize(): _capital(value) for name, value in values.items()}
    return words.format(**values, **capitals)


_BARE = word_set("it that this them these those you me him her us here there home upstairs downstairs user")
_ARTICLES = ("the ", "a ", "an ", "my ", "your ", "some ", "one ", "two ", "three ")
_UNCOUNTED = word_set("water milk tea coffee juice bread sugar salt pepper money paper food rice")


def _the(thing: str) -> str:
    if thing == USER:
        return "you"
    return thing if thing in _BARE or thing.startswith(_ARTICLES) else f"the {thing}"


def _a(thing: str) -> str:
    words = thing.split()
    if thing in _BARE or thing.startswith(_ARTICLES):
        return thing
    if words[-1] in _UNCOUNTED or (words[-1].endswith("s") and not words[-1].endswith(("ss", "us"))):
        return f"any {thing}"
    return f"{'an' if thing[0] in 'aeiou' else 'a'} {thing}"


def _where(destination: str, utterance: str) -> str:
    """Where a thing is now, with the preposition by which the place was named."""
    if destination in ("", "here", "there"):
        return destination or "down"
    if destination == USER:
        return "with you"
    said = re.findall(rf"({_PREPOSITIONS}) (?:\w+ )??{re.escape(destination.lower())}\b", utterance.lower())
    preposition = said[-1] if said else "at"
    return f"{_RESTING.get(preposition, preposition)} {_the(destination)}"


_PREPOSITIONS = "on|onto|in|into|inside|under|behind|beside|next to|near|by|in front of|on top of|at|to"
_RESTING = {"onto": "on", "into": "in", "to": "at"}


def _sentence(words: str) -> str:
    return _capital(_sentence_end(words))


def _sentence_end(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
