"""Who speaks, out of what is heard, what is said and the monologue; with a little inertia.

Design: a Moshi does not say that it speaks. Its words do: it speaks from a word on, through pauses in which it is loud
(a long vowel, a laugh) for up to WORD_LASTS, in any case for BREATH. A person speaks who is loud for ONSET frames in a
row, until it was quieter (by MARGIN) for BREATH.
Units: frames of 80 ms; levels 0 to 1 as in creature_voice.levels.
"""

from __future__ import annotations

from creature_voice.engines.moshi.monologue import UTTERANCE_END_PADS

ONSET = 2
BREATH = 5
WORD_LASTS = UTTERANCE_END_PADS
MARGIN = 0.1

# Words this short, said while a person speaks, are a "mm-hm".
_BACKCHANNEL = 10
# Speech of both this long, after which the creature is the one that falls silent, was an interruption.
_OVERLAP = 6
_CREATURE_LOUD = 0.2
_NEVER = 1 << 30


class Turns:
    """See the module."""

    def __init__(self, user_level: float) -> None:
        self._user_level = user_level
        self.speaking = False
        self.user_speaking = False
        self.interruptions = 0
        self.backchannels = 0
        self._since_word = _NEVER
        self._loud = 0
        self._quiet = _NEVER
        self._said = 0
        self._overlap = 0
        self._began_under_speech = False

    @property
    def quiet(self) -> bool:
        """Nobody speaks."""
        return not (self.speaking or self.user_speaking)

    def step(self, spoken_level: float, heard_level: float, word: bool) -> None:
        """Count one frame.

        Args:
            spoken_level: Loudness of what the creature says.
            heard_level: Loudness of what is heard.
            word: Text is spoken in the frame.
        """
        self._listen(heard_level)
        self._since_word = 0 if word else self._since_word + 1
        lasts = WORD_LASTS if spoken_level >= _CREATURE_LOUD else BREATH
        if self._since_word < lasts:
            self._go_on(begins=not self.speaking)
        elif self.speaking:
            self._fall_silent()

    def _listen(self, heard_level: float) -> None:
        threshold = self._user_level - (MARGIN if self.user_speaking else 0.0)
        loud = heard_level >= threshold
        self._loud = self._loud + 1 if loud else 0
        self._quiet = 0 if loud else self._quiet + 1
        self.user_speaking = self._quiet < BREATH if self.user_speaking else self._loud >= ONSET

    def _go_on(self, begins: bool) -> None:
        if begins:
            self._said = self._overlap = 0
            self._began_under_speech = self.user_speaking
        self.speaking = True
        self._said += 1
        self._overlap += self.user_speaking

    def _fall_silent(self) -> None:
        self.speaking = False
        if not self.user_speaking:
            return
        if self._began_under_speech and self._said - self._since_word <= _BACKCHANNEL:
            self.backchannels += 1
        elif self._overlap >= _OVERLAP:
            self.interruptions += 1
