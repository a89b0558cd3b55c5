"""What follows a verb, cut at its prepositions: the object, and where it is from, where it goes, who receives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from creature_intent.deeds.relative import before_relative
from creature_intent.grammar.lexicon import (
    ADJECTIVES,
    BARE_ONES,
    COMMON_VERBS,
    COMPOUNDS,
    DETERMINERS,
    NOT_IN_OBJECT,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    TAKEN_FROM,
    word_set,
)
from creature_intent.grammar.triggers import heard, needed_words

MAX_OBJECT_WORDS = 7

_JOINED = re.compile(
    r"\b(on the top of|next to|near to|in front of|on top of|out of|up to|out to|closer to|nearer to|along with|"
    r"together with|off of|inside of|close to|over to"
    r"|out on|out in|out into|out onto|out by|up on|up in|up onto|in on|in by|back to|down to"
    r"|(?:adjacent|attached|connected) to"
    r"|straight to|over into|back into|back in|back on|down on|over on|over in|over by"
    r"|across from|in between|up from|up off|back from|over from|here to|there to|there on|there in|there at|here from"
    r"|(?<!the )(?<!your )(?<!my )(?<!far )right (?:in|on|to))\b"
)
_JOINED_AS = {
    "up to": "to",
    "closer to": "to",
    "nearer to": "to",
    "out to": "to",
    "off of": "off",
    "inside of": "inside",
    "close to": "near",
    "near to": "near",
    "across from": "beside",
    "in between": "between",
    **dict.fromkeys(("adjacent to", "attached to", "connected to"), "beside"),
    "on the top of": "on_top_of",
}

# Words that add manner, politeness or haste, and may stand anywhere after the verb.
_ADVERBIAL = re.compile(
    r"\b(?:right (?:now|away|over|this (?:second|minute|instant|moment))|straight away|at once|as (?:soon|fast|"
    r"quickly) as (?:you can|i can|possible)|asap"
    r"|in (?:just )?(?:a|one) (?:second|sec|minute|moment|bit|jiffy|flash)"
    r"|in (?:just )?(?:a few|a couple of|two|some) (?:seconds|moments|minutes)"
    r"|for (?:a|one|just a) (?:second|sec|minute|moment|while|bit)"
    r"|real (?:quick|fast)|very (?:quickly|carefully|gently)|quickly|carefully|gently|slowly"
    r"|in person|urgently|neatly|nicely|safely|softly|properly|firmly|securely|quietly|upright|precisely|exactly"
    r"|directly|evenly|tightly"
    r"|flat(?= (?:on|in|against) )|upside down|face (?:up|down)|side by side|in a row|in order(?: of \w+)?"
    r"|(?:two|three|four) high|inside (?:each other|one another)|on top of (?:each other|one another)"
    r"|(?:just )?(?:a|one|another) (?:second|sec|minute|moment|mo|tick)$"
    r"|at least|just a (?:little|bit)|immediately|fully|for (?:an|half an|one|two|three|a couple of|a few) hours?"
    r"|completely|please|thank you(?: (?:so|very) much| a lot)?|thanks(?: (?:so|very) much| a lot)?"
    r"|one more time$|that is all$|no (?:hurry|rush)$|do not forget$|now|then|again|for sure|of course"
    r"|no problem|as well|too"
    r"|(?<!the )(?<!my )(?<!your )first(?! (?:level|floor|storey)\b)"
    r"|(?<!and )instead|where (?:it|they) (?:belongs?|goes?|was|were|came from)"
    r"|where (?:you|i|we) (?:found|got|took|had) (?:it|them|that)(?: from)?"
    r"|without \w+ing(?: (?:it|them|anything|a \w+))?|in no time|straight(?! to\b)|afterwards|after (?:that"
    r"|this)"
    r"|not (?:on|in|under|from|to|at|onto|into) (?:the|my|your) \w+|already|(?<!the )very|half ?way"
    r"|(?<!the )(?<!a )well$|at last|quick$|steady"
    r"|nice and \w+|with (?:great |much |some )?(?:care|caution)"
    r"|(?:just )?a (?:touch|(?:little |tiny )?bit)(?! of)|just a little|silently|today(?!')"
    r"|all the way|wherever (?:you|i|he|she|they|it) goe?s?|shortly|momentarily|promptly|as we speak|as i speak"
    r"|(?:all|both|each) of (?:it|them)$|one by one|(?<!the )(?<!an )only$"
    r"|as you (?:wish|asked|like|said)|(?:higher|lower|further) (?:up|down|along)$"
    r"|like you (?:asked|said)|(?:could|would|will|can) you|would you mind|if you please|okay|all right|yeah|yes|sir"
    r"|(?<!thing )(?<!like )like (?:a|an) \w+$|somewhere(?= (?:in|on|under|behind|around)\b)"
    r"|madam|ma'am|buddy|dear|robot|for real|any ?way|maybe"
    r"|on (?:your|the) way (?:out|in|back|through|past)"
    r"|at once|at the moment|with (?:your|my|the|both|one|two) (?:(?:left|right|other) )?(?:hands?|arms?"
    r"|grippers?|fingers|elbows?|foot|feet|back|hips?|shoulders?)|by yourself|by "
    r"myself|myself|yourself)\b"
)
_MONTH = r"(?:january|february|march|april|june|july|august|september|october|november|december)"
_ANOTHER_TIME = re.compile(
    r"\b(?:tomorrow|tonight|yesterday|later|next (?:week|month|year|time|christmas|easter|spring|summer|autumn|"
    r"winter|season|\w+day)|this (?:weekend|evening|afternoon"
    r"|summer|winter|morning|week|\w+day)|last (?:night|week|month|year|\w+day)|(?:on )?(?:the |my )?way home"
    r"|on \w+days?|after (?:work|school|lunch|dinner|class)|some ?day|one (?:day|of these days)|every (?:day"
    r"|night|morning|evening|time|week|year|\w+day|now and then)|for the (?:weekend|holidays|summer"
    r"|winter)|always"
    r"|usually|sometimes|often|never|in the (?:morning|evening|afternoon)|at (?:noon|midnight|night|\d+\w*|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"|(?<!surrounded )by (?:noon|tonight|\d+\w*)|in (?:an|two|three|a few"
    r"|a couple of|\d+) (?:hours?|days?|weeks?|months?|years?)|(?<!at )once(?= (?:i|you|we|they|he|she|the|it|a"
    r"|my)\b)|for (?:years|months|weeks|days)|all day"
    r"|in (?:five|ten|fifteen|twenty|thirty|\d\d) minutes"
    r"|by then|(?:on|from|until|till|by|for|at) (?:the )?\d+(?:st|nd|rd|th)(?= (?:of|to|until|till|and)\b|$)"
    rf"|{_MONTH} \d+\w*|in (?:the middle of )?{_MONTH}|in the middle of the (?:night|week|month|year)"
    r"|all the time|(?<!thanks )(?<!thank you )a lot)\b"
)

_IMPLIED_OWNER = word_set("the a an my your his her our their its this that these those some any one's")
_LIGHT = DETERMINERS | {"and", "of"}
_OF_ONE = word_set("the a an my your his her our their")


class Segment(NamedTuple):
    """A preposition ("" for the object itself, "|" for words that stand loose) and the words it governs."""

    preposition: str
    words: tuple[str, ...]


_ADVERBIAL_WORDS = needed_words(_ADVERBIAL, search=True)
_WORDS_OF_TIME = needed_words(_ANOTHER_TIME, search=True)
_JOINED_WORDS = needed_words(_JOINED, search=True)


def another_time(words: Sequence[str]) -> bool:
    """The words put the deed off, or tell of a habit: "tomorrow", "on the way home", "every day"."""
    text = " ".join(words)
    return not _WORDS_OF_TIME.isdisjoint(heard(words, text)) and _ANOTHER_TIME.search(text) is not None


def without_adverbs(words: Sequence[str]) -> list[str]:
    """The words without those of manner, politeness or haste."""
    text = " ".join(words)
    return text.split() if _ADVERBIAL_WORDS.isdisjoint(heard(words, text)) else _ADVERBIAL.sub(" ", text).split()


def segments(words: Sequence[str]) -> list[Segment]:
    """What follows a verb, cut at prepositions; adverbs and polite words are left out."""
    text = " ".join(words)
    said = heard(words, text)
    if not _ADVERBIAL_WORDS.isdisjoint(said):
        text = _ADVERBIAL.sub(" | ", text)
    if not _JOINED_WORDS.isdisjoint(said):
        text = _JOINED.sub(lambda match: _JOINED_AS.get(match[0], _glued(match[0])), text)
    if "containing" in said:
        text = text.replace(" containing ", " with ")
    if "with" in said and not _POINTED_BACK.isdisjoint(said):
        text = _ON_TOP.sub(r"\1", _HOLDING.sub(r"\1", text))
    found: list[Segment] = []
    preposition = ""
    governed: list[str] = []
    for word in text.split():
        is_kind = word in ("outside", "inside") and governed[-1:] != [] and governed[-1] in _OF_ONE
        if is_kind or (word != "|" and word not in PREPOSITIONS):
            governed.append(word)  # "The outside lights" are a kind of lights.
            continue
        if word == "with" and governed and preposition != "|":
            governed.append(word)
            continue
        if preposition == "from" and not governed and word in TAKEN_FROM:
            continue  # "from under the sink"
        found.append(Segment(preposition, tuple(governed)))
        preposition, governed = word, []
    found.append(Segment(preposition, tuple(governed)))
    return [found[0], *(segment for segment in found[1:] if segment.words or segment.preposition != "|")]


_POINTED_BACK = frozenset({"it", "them", "top"})
_HOLDING = re.compile(r"\b(with (?:(?!it\b|them\b)\w+ ){0,7}?\w+) (?:in|on|inside|on_top_of) (?:it|them)\b")
""" "The pan with a spoon in it": where the spoon is, not where the pan goes."""
_ON_TOP = re.compile(r"\b(with (?:\w+ ){0,4}?\w+) on top(?! of\b)")
""" "The plate with the ladle on top": so, too."""


def _glued(joined: str) -> str:
    """ "next to" is one preposition; of "over to" and "back on" only the last word matters."""
    glued = joined.replace(" ", "_")
    return glued if glued in PREPOSITIONS else joined.split()[-1]


def object_phrase(words: Sequence[str]) -> str | None:
    """The words of an object without its article; None if they cannot be one. Pronouns are given as they are."""
    words = _without_second_name(_first_of_several(before_relative(words)))
    words = words[: len(words) - (words[-1:] == ["and"])]
    if not words or sum(word not in _LIGHT for word in words) > MAX_OBJECT_WORDS or _has_verb(words):
        return None
    if len(words) == 1 and (words[0] in PRONOUNS or words[0] == "her"):
        return words[0]
    if words[0] in ("it", "them", "i", "he", "she", "they") or (words[0] == "you" and len(words) > 1):
        return None
    if words[0] in ("all", "both", "one", "another", "each") and words[1:2] and words[1] in ("of", *DETERMINERS):
        words = words[1:] if words[1] in DETERMINERS else words
    while words and (words[0] in _IMPLIED_OWNER or (words[0] == "of" and len(words) > 1)):
        words = words[1:]  # "[Take some] of the cups."
    if words[:1] == ["and"] and len(words) > 1:
        return None
    text = " ".join(words)
    return (text.replace("_", " ") if text.startswith("something_") else text) or None


def _without_second_name(words: list[str]) -> list[str]:
    """ "my gown the silk one" and "the book the cookbook" name one thing twice, "the door the soup smells" once."""
    for index in range(2, len(words)):
        first, second = words[:index], words[index:]
        if second[0] not in _NAMING_AGAIN or first[0] not in DETERMINERS or first[-1] in _BEFORE_NAME:
            continue
        if any(word in PEOPLE for word in second[:-1]):
            return first  # "the scarf my sister knitted"
        is_name = 1 < len(second) <= 3 and second[-1] not in (*BARE_ONES, first[-1]) and not _has_verb(second)
        return second if is_name else first
    return words


_NAMING_AGAIN = word_set("the a an my your his her our their any")
_BEFORE_NAME = DETERMINERS | PREPOSITIONS | ADJECTIVES | word_set("and or of than half all both twice not ,")


def _has_verb(words: Sequence[str]) -> bool:
    return any(
        word in NOT_IN_OBJECT
        and not (word == "can" and index and (index == len(words) - 1 or words[index - 1] in DETERMINERS | ADJECTIVES))
        for index, word in enumerate(words)
    )


def _first_of_several(words: list[str]) -> list[str]:
    """ "the cup and shake it" names the cup; "a fork and a knife" both."""
    for index, word in enumerate(words):
        if word == "and" and words[index + 2 : index + 3] and words[index + 1] in COMMON_VERBS:
            return words[:index]
    return words


_AFTER_NOUN = re.compile(r" (?:of|with|and|on|about|from|for|at|made|named|to the(?= (?:left|right)$)) ")


def head_noun(phrase: str) -> str:
    """The noun that an object phrase is about: "cup" of "red cup with a handle"."""
    if " " not in phrase:
        return phrase
    phrase = _SHARE.sub("", phrase)
    if phrase.startswith("minutes of "):
        return "meeting minutes"
    words = _AFTER_NOUN.split(phrase, 1)[0].split()
    last_two = " ".join(words[-2:])
    if last_two in COMPOUNDS or last_two.removesuffix("s") in COMPOUNDS:
        return last_two
    return words[-1] if words else ""


_SHARE = re.compile(r"^(?:half|one|some|any|two|three|each|both|all|none) of (?=\w+ \w)|^half of ")
""" "One of those cushions" is a cushion."""
