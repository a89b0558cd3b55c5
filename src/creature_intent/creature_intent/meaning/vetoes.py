"""Why a sentence that has the form of a task is only talk: reported, conditional, put off, a question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.deeds.slots import another_time
from creature_intent.grammar.lexicon import KIN, word_set
from creature_intent.meaning.conditions import fallback_from, is_of_reason, is_on_the_way, is_soon, lasts
from creature_intent.meaning.harmless import arrives
from creature_intent.meaning.put_off import is_put_off
from creature_intent.meaning.reported import is_quoted, is_reported
from creature_intent.text.clause import Clause
from creature_intent.tokens import Speaker

_POLITE_CONDITION = re.compile(
    r"^(?:you (?:(?:can )?(?:hear|see|understand) me(?: (?:back|over|in|up|down) there| over .+)?|understand(?: me)?"
    r"|(?:can|could) spare .+"
    r"|can|could|would|please|may|like|(?:are|come|get) back(?: .*)?|do not mind(?: my asking| me asking)?"
    r"|have (?:a|the|some)? ?(?:time|moment|second|minute|chance)"
    r"|(?:have got|have|get|find) (?:(?:a|the|some|your) )?(?:(?:free|spare|quiet) )?"
    r"(?:time|moment|second|sec|minute|chance|hands?)(?: (?:free|to spare))?"
    r"|(?:pass|(?:go|walk|drive|are going|come) past|go by|are near|come past) (?:the|my) "
    r"(?!exams?\b|tests?\b|courses?\b|class|audition)\w+(?: \w+)?"
    r"|(?:are|happen to be) (?:going|passing|heading|near|by) (?:back |over |past )*(?:to |into |in |by )?(?:the|my) "
    r"(?!\w*(?:store|shop|market|mall|city|town|station|airport|bank|school|party|hospital|doctor))\w+(?: \w+)?"
    r"|get (?:a|the) (?:chance|moment|second|minute|time)|are (?:ready|free|done|able)|would not mind|wish"
    r"|want)(?: to)?(?: be so kind| please| now)*|possible|so|yes"
    r"|(?:that|this|it) is (?:done|finished|over)|you have done (?:that|it|this)"
    r"|i (?:know (?:him|her|them|you|it)|remember|recall|had to guess|may (?:ask|say)|am (?:honest|not mistaken"
    r"|right))\b.*"
    r"|you ask me|memory serves.*"
    r"|you (?:find|see|spot|have) (?:it|them|one|any|some)|(?:it|that) is (?:okay|all right|possible|fine"
    r"|not too much|no trouble|not a problem)\b.*|not too \w+.*|soon as (?:you can|possible|you (?:get|have) .+))$"
)
_ALLOWED = re.compile(r"^(?:that|it) is (?:okay|all right|fine)(?: (?:with|by) you)?$")
# "Just ask, and I'll bring it."
_AT_A_WORD = re.compile(
    r"^(?:(?:so|well|okay|you|can|just|please|simply|only) )*(?:(?:ask|tell|call|remind)(?: (?:me|for it))?"
    r"|say (?:so|the word|yes|please|it|when)|let me know|give me (?:the|a) (?:word|sign|signal))$"
)
_NOT_IN_EARNEST = re.compile(r"^(?:for (?:example|instance)|i am (?:just |only )?(?:kidding|joking)|just kidding)$")
_NO_CONDITION = (("you",), ("you", "insist"), ("me",))
""" "After you", "if you insist", "after me". """
_WELCOMES = ("come in", "come on in", "please come in", "come right in")
_UNREAL = {("were", "i"), ("had", "i"), ("had", "you")} | {
    ("should", who) for who in ("you", "i", "it", "he", "she", "they", "we", "the", "anyone", "anything", "somebody")
}
_OTHERS = word_set("kids guys children boys girls everyone everybody folks ladies gentlemen team class people son")
_CALLINGS = word_set(
    "driver officer inspector detective captain corporal sergeant lieutenant colonel commander waiter waitress barman "
    "bartender doctor professor coach conductor porter referee vicar father reverend inspector thief soldier cabbie "
    "kitty puss puppy doggy"
)
"""By these somebody is called, and no robot."""
_CALLED = (("ladies", "and", "gentlemen"), ("good", "dog"), ("good", "doggy"), ("kitty", "kitty"), ("here", "kitty"))
_ASSISTANTS = word_set("alexa siri cortana bixby google")
"""Other machines that are spoken to: "hey siri, turn on the lights"."""
_FETCHING = word_set("fetch get bring call wake find follow help lead guide")  # "Fetch Dad, dinner is ready."
_CONDITIONS_OF = {
    Speaker.USER: frozenset({"if", "unless", "when", "whenever", "once", "wherever", "whether"}),
    Speaker.AGENT: frozenset(
        {"if", "unless", "when", "whenever", "once", "until", "till", "after", "wherever", "whether"}
    ),
}
_ARTICLES = word_set("the a an my your our his her to for no")

_NOT_SO = re.compile(
    r"\b(?:would|could|might|should)(?: not)? have (?!(?:the|a|an|my|your|to|it|them|this|that|some)\b)\w+"
)
"""What would have been: "it would not have broken"."""


def sentence_veto(clauses: Sequence[Clause], speaker: Speaker) -> str:
    """Why nothing of the sentence is to be acted on, in words; empty if there is no reason."""
    sure = fallback_from(clauses) if speaker == Speaker.USER else len(clauses)
    for index, clause in enumerate(clauses[:sure]):
        if index > 1 and _is_wanted_to_know(clauses[index - 1], clause):
            continue
        if is_of_reason(clauses, index) or (is_on_the_way if speaker == Speaker.USER else arrives)(clauses, index):
            continue
        if speaker == Speaker.USER and is_soon(clause) and not set(clauses[0].words) & _REMINDING:
            continue
        is_condition = clause.joiner in _CONDITIONS_OF[speaker] and clause.words not in _NO_CONDITION
        if speaker == Speaker.USER and (_is_likened(clauses, index) or _is_where_to_look(clauses, index)):
            continue
        if is_condition and not lasts(clauses, index) and not _is_polite(clause, speaker):
            return f"it depends on a condition ({clause.joiner} {' '.join(clause.words[:4])} ...)"
    for clause in clauses:
        if _NOT_SO.search(clause.text):
            return f"it was not so ({' '.join(clause.words[:4])} ...)"
    first, opening = (clauses[0].words, clauses[0].text) if clauses else ((), "")
    if speaker == Speaker.AGENT and len(clauses) > 1 and _AT_A_WORD.match(opening):
        return f"it waits for a word ({' '.join(first[:4])} ...)"
    if speaker == Speaker.AGENT and any(_AT_A_WORD.match(clause.text) for clause in clauses[1:]):
        return "it waits for a word"
    if speaker == Speaker.AGENT and _NOT_IN_EARNEST.match(opening):
        return f"it is not meant ({' '.join(first)})"
    if speaker == Speaker.AGENT and len(clauses) > 1 and _EXAMPLE.match(opening):
        return f"it tells how it would be ({' '.join(first[:4])} ...)"
    if speaker == Speaker.AGENT and len(clauses) > 1 and first[:2] in _UNREAL:
        return f"it depends on a condition ({' '.join(first[:4])} ...)"
    last = clauses[-1].words if len(clauses) > 1 and clauses[-1].joiner == "," else ()
    if last and len(last) <= 2 and last[-1] in _OTHERS - {"son", "people"}:
        return f"it is said to somebody else ({last[-1]})"
    if len(clauses) > 1 and first and first[-1] in KIN | _OTHERS and len(first) <= 2 and first[0] not in _FETCHING:
        return f"it is said to somebody else ({first[-1]})"
    if speaker == Speaker.USER and not _ASSISTANTS.isdisjoint(first[:2]):
        return f"it is said to somebody else ({' '.join(first[:2])})"
    called = next((clause.words[-1] for clause in clauses if _calls_another(clause)), "") if len(clauses) > 1 else ""
    if called and speaker == Speaker.USER:
        return f"it is said to somebody else ({called})"
    return ""


def _is_likened(clauses: Sequence[Clause], index: int) -> bool:
    """ "It's as if it knew": nothing depends on it."""
    return index > 0 and clauses[index].joiner == "if" and clauses[index - 1].words[-1] == "as"


_LOOKED_AT = re.compile(
    r"^you (?:go|look|open|check|walk|pop|nip|reach) (?:\w+ )*?(?:in|into|to|behind|under|on|the|up|round)\b"
)
_IS_THERE = re.compile(r"^(?:there (?:is|are|should|will)|you (?:will|should) (?:find|see)) ")


def _is_where_to_look(clauses: Sequence[Clause], index: int) -> bool:
    """ "If you go into the shed, there's a spade": it tells where a thing is."""
    is_place = clauses[index].joiner == "if" and _LOOKED_AT.match(clauses[index].text) is not None
    return is_place and index + 1 < len(clauses) and _IS_THERE.match(clauses[index + 1].text) is not None


def _calls_another(clause: Clause) -> bool:
    """ "..., driver", "ladies and gentlemen, ...": words that are nothing but whom they call."""
    is_alone = len(clause.words) <= 2 and clause.words[-1] in _CALLINGS and clause.words[0] not in _ARTICLES
    return (is_alone and clause.joiner in ("", ",")) or clause.words in _CALLED


_EXAMPLE = re.compile(
    r"^(?:(?:so|well|like|okay|say|for example) )*(?:you|he|she|they|someone|somebody|people) (?:just )?"
    r"(?:say|ask|tell|call|come|walk(?! in front| ahead| first)|clap|whistle)s?\b"
)
""" "You say bring me the cup and I'll bring it." """


def clause_veto(clauses: Sequence[Clause], index: int, speaker: Speaker) -> str:
    """Why this clause is not to be acted on, in words; empty if there is no reason."""
    if is_quoted(clauses, index):
        return "it is quoted"
    if is_reported(clauses, index, speaker):
        return "it is told what somebody said"
    after = clauses[index + 1] if index + 1 < len(clauses) else None
    is_told_after = after and after.joiner in (",", "after", "before", "until", "till") and _only_time(after)
    is_told_first = is_put_off(clauses, index)
    if another_time(_without_relative(clauses[index].words)) or is_told_after or is_told_first:
        return "it is for another time"
    if speaker == Speaker.AGENT and after and after.joiner == "and" and _MUST_STOP.match(clauses[index].plain):
        return "it stops on its way"
    if speaker == Speaker.USER and index >= fallback_from(clauses):
        return "it is to be done if the first fails"
    if index and clauses[index - 1].text in _WELCOMES and clauses[index - 1].joiner not in ("then", "and"):
        return "a guest is welcomed"
    following = clauses[index + 1 :]
    if speaker == Speaker.USER and following and (_is_what_follows(following[0]) or _arrives(following[-1])):
        return "it tells what will come of it"
    return ""


_MUST_STOP = re.compile(r"^i (?:have (?:got )?to|got to|need to|must|should)(?: \w+)? stop$")
""" "I've got to stop [and get gas]"."""


_PERCEIVING = (("hear",), ("feel",), ("see",), ("notice",), ("smell",))


def _is_wanted_to_know(asks: Clause, clause: Clause) -> bool:
    """ "[go to the door and] tell me if it is locked": the answer is wanted, it makes no condition."""
    return (
        clause.joiner in ("if", "whether", "when")
        and asks.joiner in ("and", "then", ",")
        and asks.words[-2:] in (("tell", "me"), ("tell", "us"), ("me", "know"), ("then", "check"))
        and (clause.words[0] not in ("you", "i") or clause.words[1:2] in _PERCEIVING)
    )


_REMINDING = word_set("forget remember sure")


def _is_what_follows(clause: Clause) -> bool:
    """ "[Stay with me] and you will be cool": a condition put as a command."""
    return clause.joiner in ("and", "or") and clause.words[:2] in (("you", "will"), ("you", "would"))


def _arrives(clause: Clause) -> bool:
    """ "[Turn left, then right] and you are at the station": the way is told to a person."""
    return clause.joiner == "and" and clause.words[:3] in (("you", "are", "there"), ("you", "are", "at"))


_YOU_COULD = re.compile(r"^you (?:could|can|would) (?!see|find|hear)\w+ ")


def _is_polite(clause: Clause, speaker: Speaker) -> bool:
    text = clause.text
    if speaker == Speaker.AGENT and _ALLOWED.match(text):
        return True
    if speaker == Speaker.USER and _YOU_COULD.match(text) and clause.joiner == "if":
        return True
    return speaker == Speaker.USER and _POLITE_CONDITION.match(text) is not None


def _without_relative(words: Sequence[str]) -> Sequence[str]:
    """ "the book [I was reading last night]": when it was read is not when it is to be brought."""
    for index in range(2, len(words) - 1):
        if words[index] in _RELATIVE and (words[index + 1] in _WAS or words[index + 1].endswith("ed")):
            return words[:index]
    return words


_RELATIVE = word_set("i you we they he she that which who")
_WAS = word_set(
    "came arrived fell broke was were had bought got put left saw wore made gave took brought used read found did "
    "showed"
)


def _only_time(clause: Clause) -> bool:
    is_fact = clause.words[0] in _TELLS or clause.words[0] == "see"
    return len(clause.words) <= 4 and not is_fact and another_time((clause.joiner, *clause.words))


_TELLS = word_set("i you he she it we they")
""" "[escort him,] he got lost yesterday"."""
