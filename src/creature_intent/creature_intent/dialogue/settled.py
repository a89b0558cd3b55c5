"""Which of the tasks that stand the words settle by name: "Emma's getting the cup", "the ladder can wait"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from creature_intent import acts
from creature_intent.acts import Act, Kind, Slots
from creature_intent.deeds.deed import Deed, Setting
from creature_intent.deeds.slots import object_phrase
from creature_intent.deeds.verbs import read
from creature_intent.dialogue.no_use import without_use
from creature_intent.dialogue.things import agree, things_of
from creature_intent.grammar.lexicon import REPORTING
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.meaning.talk import ASKING_NOT_TO
from creature_intent.tasks.goals import Goal
from creature_intent.text.before_fact import before_fact
from creature_intent.text.clauses import CONDITIONS
from creature_intent.text.words import Sentence
from creature_intent.tokens import Speaker

_TOLD_OF = (REPORTING - {"thought"}) | (CONDITIONS - {"until", "till", "since", "after"})
"""What is told of somebody, or would be so: nothing is settled by it."""
_SAID = re.compile(
    r"(?:^| )(?:(?P<who>he|she|they) )?(?:says|said|tells me|told me)(?: that)? (?P<they>he|she|they) "
    r"(?=(?:will|would|can|could|is|are|has|have|wants?|prefers?|knows?) )"
)
""" "Emma says she'll get it.", "she tells me she's staying"."""
_CAME_WITH = re.compile(r"\b(?:come|came|comes|turned up)(?: (?:in|over|along|back|by|round|up|out))* with (?=\w)")
""" "Ella's just come in with one." is that she has brought it."""
_WHAT_I_SAID = re.compile(r"\b(?:what|everything|anything) i (?:have )?(?:just )?(?:said|asked|told you) about\b")
_PARTS = re.compile(r" , (?:so |and |but |because )?")
_FETCHING = frozenset({acts.BRING_OBJECT, acts.GRAB_OBJECT, acts.PLACE_OBJECT, acts.SEARCH})
"""Who has taken a thing need not have it brought, put away or looked for."""
_LED = frozenset({acts.GUIDE, acts.FOLLOW})
_HANDED_OVER = re.compile(r"^i (?:will|would|can|am going to) (?:have|hold|take|keep)\b(?!.* (?:myself|instead|alone))")
""" "I'll take the cup" accepts it."""
_ENDS = re.compile(
    r"(?: (?:myself|himself|herself|themselves|ourselves|alone|instead|already|now|later|tomorrow|tonight|today|please|"
    r"another (?:day|time)|some other (?:day|time)|next (?:time|week)|"
    r"thanks|thank you|after all|any ?more|any longer|then|anyway|(?:for|on) (?:now|me|us|my own|our own)|"
    r"in (?:a|the) \w+|just now|(?:because|since) .+))+$"
)


def settled(words: Sentence, tasks: Sequence[Act | Goal], book: Rulebook) -> Act | None:
    """What takes back the task with which nothing is to be done any more; None if the words settle none of the tasks.

    Args:
        words: A sentence of the user.
        tasks: What waits, and what is being done.
        book: The rules: of `stopping`, `settled`, `gone` and `taken_over`.
    """
    if not tasks:
        return None
    text = _SAID.sub(lambda found: f" {found['they']} " if found["who"] else " ", words.text).strip()
    text = _CAME_WITH.sub("brought ", _WHAT_I_SAID.sub("about", text))
    if (words.question and not text.startswith(ASKING_NOT_TO)) or not _TOLD_OF.isdisjoint(text.split()):
        return None
    setting = Setting(Speaker.USER, words.names, book)
    parts = [text.replace(" ,", ""), *_PARTS.split(text)] if " ," in text else [text]
    parts += [] if " ," in text else [" ".join(before_fact(text.split()))]  # "... it's clouding over"
    told = (act for part in parts for act in _told(part, tasks, book, setting))
    gone = (act for part in (*parts, parts[0].split(" and ")[0]) for act in _missed(part, tasks, book))
    useless = (_seen_to(task.slots.object) for part in parts for task in without_use(part, tasks))
    taken_back = next(told, None) or next(gone, None) or next(useless, None)
    return taken_back and taken_back.but(reason=f"the user tells that it is seen to: {text}")


def _told(text: str, tasks: Sequence[Act | Goal], book: Rulebook, setting: Setting) -> Iterator[Act]:
    found = book.stopping.settled.match(text)
    if found:
        thing = object_phrase(_ENDS.sub("", _captured(found)).split()) or ""
        yield from (_seen_to(one) for task in tasks for one in things_of(task.slots.object) if _is_it(thing, one))
    found = book.stopping.taken_over.match(text)
    deed = _deed(text, _captured(found), book, setting) if found and not _HANDED_OVER.match(text) else None
    if deed:
        is_done = _JUST_DONE.search(text) is not None
        yield from (act for task in tasks for act in _of_task(deed, task, is_done))


_COMING = re.compile(
    r"^(?:(?:oh|ah|look|wait|well) )*(?:(?:here|there) (?:he|she|they) (?:is|are|comes?)|"
    r"(?:he|she|they) (?:is|are|has|have) (?:already |just )*"
    r"(?:here|back|home|come(?: in| back| home| up| down)?|arrived))(?: now| already)*$"
)


def _missed(text: str, tasks: Sequence[Act | Goal], book: Rulebook) -> Iterator[Act]:
    """Who is to be fetched comes; who is to be led, or to be given something, has gone."""
    if _COMING.match(text):
        fetched = [task for task in tasks if task.intent == acts.GUIDE and task.slots.destination == acts.USER]
        yield from (_seen_to("").but(intent=task.intent) for task in fetched)
    gone = book.stopping.gone.match(text)
    found = gone or book.stopping.without_guide.match(text)
    who = _captured(found) if found else ""
    others = [task for task in tasks if who and task.slots.recipient not in ("", acts.USER)]
    others = others if gone else [task for task in others if task.intent == acts.GUIDE]
    is_one = who in ("he", "she", "they") and len(others) == 1
    others = [] if who.startswith(("one of ", "some of ", "nobody", "none of ")) else others
    for task in others:
        if is_one or agree(object_phrase(who.split()) or who, task.slots.recipient.lower()):
            yield _seen_to("" if task.intent in _LED else task.slots.object).but(intent=task.intent)


_LATELY = re.compile(r"\b(?:just|already|now)\b")


def _captured(found: re.Match[str]) -> str:
    return next((group for group in found.groupdict().values() if group), "")


def _deed(text: str, captured: str, book: Rulebook, setting: Setting) -> Deed | None:
    """The deed that somebody does, has done, or need not do: "getting the cup", "got the cup", "get the cup"."""
    verb, _, rest = _ENDS.sub("", captured).partition(" ")
    done = book.base_of_past | book.base_of_done | book.base_of
    is_told = text.removesuffix(captured).rstrip() != text.split(maxsplit=1)[0]  # "Emma [will] get the cup"
    base = done.get(verb, verb if verb in book.verbs and is_told else "")
    is_other = rest.startswith(("a ", "an ", "some ", "another ", "one "))  # "Tom has already got a book."
    is_other = is_other and _FOR_ME.search(captured) is None
    is_other = is_other or (verb == "gave" and _LATELY.search(text) is None)  # "My mother gave me the cup."
    return read([base, *rest.split()], setting) if base and rest and not is_other else None


_FOR_ME = re.compile(r" for (?:me|us)\b")
_JUST_DONE = re.compile(
    r"\b(?:brought|got|gave|fetched|found) (?:me|us)\b|\b(?:just|already|(?:him|her|my)self|(?:them|our)selves)\b"
    r"|^(?!i |we |you ).*\b(?:has|have) (?:\w+ )?\w+(?:ed|en|t|d) "
)
""" "Somebody has turned it on", "she just came and picked it up": what is pointed at is what was asked for."""
_IT = frozenset({"it", "them", "one", "some", "that"})
_HER = frozenset({"him", "her", "them"})


def _is_it(thing: str, asked: str) -> bool:
    """The words name just this, or by its noun alone: "the hall light" is another than the lamp that is asked for."""
    named = {*thing.split()}
    return bool(thing and asked) and agree(thing, asked) and (named <= {*asked.split()} or len(named) == 1)


def _of_task(deed: Deed, task: Act | Goal, is_done: bool) -> Iterator[Act]:
    """What takes back the task that somebody else does: the leading of who is led, else what is done with the thing.

    Args:
        deed: What somebody else does.
        task: What stands.
        is_done: It has just been done, so that "it" means what was asked for.
    """
    mine, asked = deed.slots, task.slots
    if deed.intent != task.intent and not {deed.intent, task.intent} <= _FETCHING:
        return
    if task.intent in _LED:
        if mine.recipient.lower() == asked.recipient.lower() != "" or mine.recipient in _HER:
            yield _seen_to("").but(intent=task.intent)
    elif is_done and mine.object in _IT:
        yield _seen_to(asked.object)
    else:
        yield from (_seen_to(one) for one in things_of(asked.object) if _is_it(mine.object, one))


def _seen_to(thing: str) -> Act:
    return Act(Kind.CANCEL, acts.STOP_ACTIVITY, Slots(thing), confidence=0.95)
