"""Who is gone along with, in ways that the shapes do not have: "walk beside me to the gate", "go after the dog"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent import acts
from creature_intent.acts import USER, Slots
from creature_intent.deeds.deed import DOUBTFUL, WEAK, Deed, Setting, is_called
from creature_intent.deeds.destinations import credit_of_place
from creature_intent.deeds.shape_persons import named
from creature_intent.deeds.slots import Segment, object_phrase, without_adverbs
from creature_intent.deeds.ways import is_purpose
from creature_intent.grammar.lexicon import DETERMINERS, KIN, TITLES, word_set
from creature_intent.grammar.triggers import any_word, first_words
from creature_intent.text.persons import is_group, is_somebody, person
from creature_intent.tokens import Speaker

WHO = r"(?P<who>.+?)"
_ROUND = r"(?:around|round|through|along|across|past|up|down) (?:the|our|my|his|her|their)(?: \w+){1,2}"
_ON_THE_WAY = (
    r"(?:all the|the whole) way|right|close|straight|safely|back|over|down|up|out|across|through|along|round|around"
    r"|on|in|from (?:the|his|her|my|our|their) \S+|(?:up|down|along|across|through) the \S+|by the (?:hand|arm)"
)
WHERE = (
    rf"(?: (?:(?:{_ON_THE_WAY}) )*(?:(?<!next )(?<!close )to|into|onto|towards?|as far as|until|till|at(?= the ))"
    r" (?P<place>(?!the rescue\b|see\b).+?))?"
)
_WHY = r"(?:in case|so|so that|because|as) (?:i|he|she|they|we|you)\b.*"
_AROUND = (
    r"(?: (?:on (?:his|her|their|my|the) (?:rounds?|way|tour|walk|round)|at (?:a |an )?.*distance|wherever .+"
    rf"|everywhere(?: (?:i|we|he|she|they) (?:go(?:es)?|walks?))?|around|closely|close"
    rf"|{_ROUND}|with (?:the|our|my|his|her|their) (?:shopping|luggage|bags?|cases?|suitcases?|tools?|things|boxes"
    r"|crates?|trays?|trolley|cart|ladder)"
    rf"|{_WHY}|upstairs|downstairs|while .+"
    r"|(?:the (?:whole|entire)|all the|all) (?:time|way|day|evening|morning|afternoon|night)"
    r"|(?:but )?not (?:(?:too|so|very|that) )?(?:closely|close|far|fast|near|quick|quickly|slow|slowly)"
    r"|(?:a (?:little|bit) )?(?:slower|faster|closer|more slowly)"
    r"|(?:to|and) see (?:where|what|if|whether|how|who) .+|behind|outside|inside|out|in))*$"
)
_FOLLOWING = tuple(
    re.compile(f"^{verb} {WHO}{WHERE}{_AROUND}")
    for verb in (
        r"(?:follow|track|tail|shadow|trail)(?: along)?(?: right| close)?(?: behind| after| with)?",
        r"pursue",
        r"accompany",
        r"(?:go|run|chase|hurry|rush|dash|come)(?: straight| right)? after",
        r"chase",
        r"keep (?:pace|level|step|up|close) (?:with|to)",
        r"(?:go|come|ride|drive)(?: along| right| close)* (?:with|alongside|along with)",
        r"(?:stay|stick|keep|walk|roll|be)(?: yourself)?(?: along| right| close| directly| always)*"
        r" (?:with|behind|beside|alongside|next to|along with|near|to)",
    )
)
_AT_HEELS = re.compile(
    r"^(?:stay|be|keep|stick|follow)(?: right| close| hot)* on (?P<whose>my|his|her|their) (?:heels?|tail)$"
)
_COME_ALONG = re.compile(r"^come (?:along|on along|along then)$")
_FOLLOWING_VERBS = any_word(map(first_words, (*_FOLLOWING, _AT_HEELS, _COME_ALONG)))
_OWNER = {"my": USER, "his": "him", "her": "her", "their": "them"}
_PURSUED = word_set("the that him her them")
_TOGETHER = word_set("come go")
_MEETING = word_set("stay stick go come ride")
_OWN_VERBS = word_set("follow trail shadow tail keep")


def follow_somebody(words: Sequence[str], setting: Setting) -> Deed | None:
    """The creature follows somebody, or goes beside; None if the words do not say so.

    Args:
        words: From the verb on.
        setting: Who speaks, and which words are names.
    """
    if _FOLLOWING_VERBS.isdisjoint(words):
        return None
    is_own = setting.speaker == Speaker.AGENT
    if is_own and words[0] not in _OWN_VERBS:
        return None
    texts = (" ".join(words), " ".join(without_adverbs(words)))
    # In "the cleaning robot" the last word calls nobody.
    return next((deed for text in dict.fromkeys(texts) if (deed := _followed_so(text, words, setting))), None)


def _followed_so(text: str, words: Sequence[str], setting: Setting) -> Deed | None:
    if words[0] == "pursue" and not _PURSUED.intersection(words[1:2]):
        return None  # "Pursue a career."
    heels = _AT_HEELS.match(text)
    if heels:
        return Deed(acts.FOLLOW, Slots(recipient=_OWNER[heels["whose"]]))
    if _COME_ALONG.match(text):
        return Deed(acts.FOLLOW, Slots(recipient=USER), WEAK)
    for pattern in _FOLLOWING:
        found = pattern.match(text)
        who = _followed(found["who"].split(), words[0], setting) if found else ""
        if not found or not who:
            continue
        goal = (found["place"] or "").split()
        if words[0] == "accompany" and goal and "to" in words:
            return None  # That is to lead.
        if goal and is_purpose(Segment("to", tuple(goal))):
            return None  # "Come with me to look at houses."
        place = object_phrase(goal) or "" if goal else ""
        if words[0] in _TOGETHER and place and credit_of_place(words, place, setting) < 1.0:
            return None  # "Come with me to the party."
        is_vague = who in ("him", "her", "them") and words[0] in _MEETING and not place
        if words[0] in _CLINGING and who != USER and words[1:2] == ["to"]:
            return None  # "Keep to the plan."
        return Deed(acts.FOLLOW, Slots("", "", place, who), DOUBTFUL if is_vague else WEAK)
    return None


def _followed(words: list[str], verb: str, setting: Setting) -> str:
    """Who is followed, in words; empty if it is nobody."""
    if words[:1] in (["whoever"], ["whichever"]) and len(words) > 2:
        return " ".join(words)
    words = [word for at, word in enumerate(words) if at < 2 or word not in ("there", "here")]
    cut = next((at for at, word in enumerate(words) if at > 1 and word in _TELLING), len(words))
    core, more = words[:cut], words[cut:]
    if more and core in _POINTED_OUT:
        return " ".join(words[core[0] == "the" :])
    moves = core[-1:] != [] and core[-1] in _MOVING and core[0] in DETERMINERS
    if moves or is_group(core):
        return " ".join(core[1:])
    is_name = len(core) == 1 and core[0] in setting.book.nouns["given_names"]
    name = core[0] if is_name else somebody(core, setting, verb in _CALLING) or _titled(core, setting)
    return " ".join([name, *more]) if name and name != USER else name


def _titled(words: list[str], setting: Setting) -> str:
    """ "aunt rosa", "mister kowalski": a name behind a title or a kin, as recognisers without capitals write it."""
    is_name = len(words) == 2 and words[0] in TITLES | KIN and is_called(words[1:], setting)
    return named(" ".join(words), setting) if is_name else ""


_CALLING = word_set("follow chase pursue track shadow accompany")
_CLINGING = word_set("stick keep stay be walk roll")
_POINTED_OUT = (["that", "one"], ["this", "one"], ["the", "one"])
_TELLING = word_set("in next close with wearing who which that by at near carrying pushing holding from")
_MOVING = word_set(
    "trolley cart wheelchair stretcher robot pram stroller buggy procession parade train truck van car dog cat mower "
    "vacuum cleaner puppy kitten hen goat pony rabbit"
)


def somebody(words: list[str], setting: Setting, called: bool = False, carried: bool = False) -> str:
    """Somebody, or two, in words; empty if it is nobody: "me and the dog", "Mr and Mrs Tanaka"."""
    if "and" in words[1:-1]:
        cut = words.index("and", 1)
        first, second = words[:cut], words[cut + 1 :]
        if len(first) == 1 and first[0] in TITLES and second[0] in TITLES:
            return named(" ".join(words), setting)
        both = [somebody(part, setting, called, carried) for part in (first, second)]
        return " and ".join(both) if all(both) else ""
    if is_somebody(words, setting.names, carried) or (called and is_called(words, setting)):
        return named(person(words, setting.names, setting.own), setting)
    return named(" ".join(words[words[0] in DETERMINERS :]), setting) if is_group(words) else ""
