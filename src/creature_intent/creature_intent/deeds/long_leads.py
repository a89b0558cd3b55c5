"""What a user says first when there is time to talk: "to cut a long story short, ...", "..., anyway, ..."."""

from __future__ import annotations

import re

from creature_intent.grammar.lexicon import word_set
from creature_intent.grammar.rulebook import Rulebook

_LEADS = re.compile(
    r"^(?:(?:oh|right|okay|so|well|now|and|but|ah|hang on|hey|listen)(?: ,)? )*"
    r"(?:(?:just )?(?:while|as|since|whilst) (?:i think of it|i remember|i am at it|we are (?:at it|on the subject)"
    r"|i have (?:got )?you)"
    r"|(?:(?:to cut|to make) (?:a )?)?long story short|(?:now )?where was i|as i was saying|on another note"
    r"|in the meantime"
    r"|meanwhile|before i forget(?: (?:again|it))?(?:(?: ,)? (?:and|because) [^,]+(?= ,))?"
    r"|i (?:can not|do not) (?:remember|recall|know) (?:if|whether) (?:i|we|anyone|you) [^,]+?(?= but | , )"
    r"|(?:i am )?(?:not sure|unsure) (?:if|whether) i (?:have )?(?:asked|told|said) [^,]+?(?= but | , )"
    r"|first things first|one more thing|oh yes|that reminds me|the thing is|here is the thing"
    r"|do not take this the wrong way|no offence|in case i forget)"
    r"(?: ,)?(?: (?:but|so|and|oh yes|oh|anyway|right|yes|well|then)(?: ,)?)* "
    r"(?P<rest>.+)$"
)
_ANYWAY = re.compile(
    r"^(?P<lead>.+?)(?: ,)?(?: (?:but|so|and))? (?:anyway|anyhow|in any case|in the meantime|be that as it may"
    r"|long story short)"
    r"(?: ,)? (?P<rest>.+)$"
)
_BECAUSE_IF = re.compile(r"(?<=\w\w)(?: ,)? because (?:if|when|whenever|once|unless) .+$")
""" "..., because if I have to get up once more ...": on this the reason depends, not the request."""
_ASKS = word_set("can could would will please robot")
_BACK = word_set("it them that this those these him her one ones there")


def without_lead(text: str, said: frozenset[str], book: Rulebook) -> str:
    """The request alone; the text itself where something else is said, or where the request points back at it.

    Args:
        text: A sentence of the user.
        said: Its words.
        book: The rules, for their verbs.
    """
    if "because" in said:
        text = _BECAUSE_IF.sub("", text)
    if "," not in said and said.isdisjoint(_MARKS):
        return text
    found = _LEADS.match(text)
    if found and _begins(found["rest"], book):
        return found["rest"]
    if said.isdisjoint(_MARKS):
        return text
    found = _ANYWAY.match(text)
    is_alone = found is not None and _BACK.isdisjoint(found["rest"].split())
    return found["rest"] if found and is_alone and _begins(found["rest"], book) else text


_MARKS = word_set("anyway anyhow case meantime meanwhile story may forget think")


def _begins(rest: str, book: Rulebook) -> bool:
    """A request begins, or the verb of a command with what it is done to."""
    words = rest.split()
    return len(words) > 1 and (words[0] in _ASKS or (words[0] in book.verbs and words[1] not in ("is", "was", "are")))
