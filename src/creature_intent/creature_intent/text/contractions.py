"""Contractions and other spellings written out: "don't" is "do not", "gonna" is "going to", "ok" is "okay"."""

from __future__ import annotations

import re
from functools import lru_cache

from creature_intent.grammar.lexicon import word_set

_MARKS = {";": ",", ":": ",", "--": ","}

_WRITTEN_OUT = {
    "can't": "can not",
    "cannot": "can not",
    "cant": "can not",
    "won't": "will not",
    "wont": "will not",
    "shan't": "shall not",
    "ain't": "am not",
    "dont": "do not",
    "didnt": "did not",
    "doesnt": "does not",
    "im": "i am",
    "thats": "that is",
    "hes": "he is",
    "shes": "she is",
    "theres": "there is",
    "whats": "what is",
    "wheres": "where is",
    "theyre": "they are",
    "youre": "you are",
    "weve": "we have",
    "youve": "you have",
    "isnt": "is not",
    "arent": "are not",
    "wasnt": "was not",
    "couldnt": "could not",
    "wouldnt": "would not",
    "havent": "have not",
    "ive": "i have",
    "let's": "let us",
    "lets": "let us",
    "lemme": "let me",
    "gimme": "give me",
    "gie": "give",
    "gie's": "give us",
    "gies": "give us",
    "giz": "give us",
    "gis": "give us",
    "outta": "out of",
    "d'you": "do you",
    "d'ya": "do you",
    "gonna": "going to",
    "gotta": "got to",
    "fixin": "about",
    "finna": "going to",
    "hafta": "have to",
    "oughta": "ought to",
    "wanna": "want to",
    "imma": "i will",
    "i'mma": "i will",
    "c'mon": "come on",
    "y'all": "you",
    "ya": "you",
    "u": "you",
    "ur": "your",
    "'em": "them",
    "em": "them",
    "nevermind": "never mind",
    "cos": "because",
    "coz": "because",
    "'cos": "because",
    "'cause": "because",
    "alright": "all right",
    "okey": "okay",
    "ok": "okay",
    "mhm": "okay",
    "pls": "please",
    "plz": "please",
}
_DROPPED = word_set(
    "bringin carryin closin comin doin fetchin followin gettin givin goin grabbin headin leadin leavin lookin movin "
    "openin pickin puttin rollin runnin showin shuttin switchin takin turnin walkin"
)
"""Forms in "-ing" as they are heard: "I'm bringin' it"."""
_ENDINGS = (("n't", " not"), ("'ll", " will"), ("'re", " are"), ("'ve", " have"), ("'d", " would"), ("'m", " am"))
_IS_AFTER = {"it", "that", "this", "he", "she", "what", "who", "where", "there", "here", "how", "when", "everything"}
_KNOWN_WORDS = 8192
"""Words whose written-out form is remembered."""


_NO_APOSTROPHE = {
    "ive": "i've", "im": "i'm", "hes": "he's", "shes": "she's", "theyre": "they're", "youre": "you're", "weve": "we've",
    "thats": "that's", "theres": "there's", "dont": "don't", "didnt": "didn't", "doesnt": "doesn't", "wont": "won't",
    "dinnae": "don't", "dinna": "don't",
}  # fmt: skip
_WITHOUT = re.compile(rf"\b(?:{'|'.join(_NO_APOSTROPHE)})\b")
_LETTERS = re.compile("[a-z]+")
_SLOPPY = _NO_APOSTROPHE.keys() | {"ill"}
_ILL = re.compile(r"\bill(?= (?:do|get|take|fetch|grab|use|find|go|bring|manage|carry|wait)\b)")


def plainly_written(text: str) -> str:
    """A text in lower case with straight apostrophes, also those that a recogniser leaves out: "ive got him"."""
    text = text.replace("\u2019", "'").strip().lower()
    if _SLOPPY.isdisjoint(_LETTERS.findall(text)):
        return text
    return _ILL.sub("i'll", _WITHOUT.sub(lambda found: _NO_APOSTROPHE[found[0]], text))


@lru_cache(_KNOWN_WORDS)
def written_out(word: str) -> str:
    """The plain words of a word or mark as it stands in the text, a space between them."""
    low = word.lower()
    if low in _MARKS:
        return _MARKS[low]
    if low in _WRITTEN_OUT:
        return _WRITTEN_OUT[low]
    if low in _DROPPED:
        return f"{low}g"
    for ending, whole in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending):
            return low[: -len(ending)] + whole
    if low.endswith("'s") and low[:-2] in _IS_AFTER:
        return f"{low[:-2]} is"
    return low
