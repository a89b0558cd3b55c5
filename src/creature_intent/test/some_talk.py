"""Talk on which the quick looks are tried: sentences of the sets, and words that nobody would say."""

from __future__ import annotations

import json
import random
from pathlib import Path

HERE = Path(__file__).parent
SETS = HERE.parent / "creature_intent" / "evaluation" / "data"
SLIPS = ["pig up the cup", "Turn of the lamp.", "put the book an the shelf", "Bring me the read cup.", "pickup the cup"]
STEERING = [
    "I'm cold.", "We're thirsty.", "It's stuffy in here.", "The fridge is open.", "Someone left the lamp on.",
    "I dropped my fork.", "I can't find my keys.", "Where is my comb?", "Could you bring me a mug?", "No, mug.",
    "Not that.", "Bowl instead.", "Sorry, the tray.", "The lid, I meant.", "The jar is better.", "Wait.", "Stop!",
    "Never mind.", "I changed my mind.", "Forget the spoon.", "Don't bother.", "Stop following me.", "Leave it there.",
    "You needn't look.", "Yes, please.", "Sure.", "On it.", "Right away.", "I'll handle that.", "I can't.",
    "I'm afraid not.", "Skip the salad.",
    "Unfortunately it's stuck.", "I'm sorry, I won't.", "Shall I get it?", "Would you like me to shut the hatch?",
    "One tea, coming up.", "Your soup is on its way.", "Back with a towel in a minute.", "I'll be in the hall.",
    "Off to the cellar.", "This way to the attic.", "I'll have the door open for you.", "Picking it up, the pen.",
    "Take it, the black one with a dent, to the hall.", "Put it in the, no wait, on the shelf.", "Fan off, please.",
    "The stool by the, um, the wall, no, by the door.", "Bring, you know, the broom.", "Lift it up, the crate.",
    "I'd like the gate shut.", "I want you by the window.", "Have the parcel brought to me.", "Get the box, would you?",
]  # fmt: skip
"""Each is found by words of another list of the quick looks."""
ODD = ["Mum's-the word, ma'am's cup.", "it-, no, the o'clock one", "'s 's", "-- the, the -, please", "'Stop', bring-it"]


def own_sentences() -> list[str]:
    """What is said in the sets of the evaluation, and in the lists beside this file."""
    said = []
    for name in ("dev", "train", "blind1", "blind2", "blind3", "blind4", "blind5"):
        for path in sorted((SETS / name).glob("*.jsonl")):
            lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
            said += [turn["text"] for line in lines for turn in line.get("turns", ()) if "text" in turn]
    for name in ("spoken_tasks.txt", "spoken_talk.txt"):
        said += [line[3:].split(" -> ")[0] for line in (HERE / name).read_text().splitlines() if line[1:2] == ":"]
    return said


def some_talk(many: int) -> list[str]:
    """Sentences, sentences cut and joined where no person would, and mere words, always the same ones."""
    chance, said = random.Random(7), own_sentences()
    assert len(said) > 5000
    every_word = [word for text in said for word in text.split()]
    salad = [" ".join(chance.choices(every_word, k=chance.randint(1, 9))) for _ in range(many)]
    halves = [(chance.choice(said).split(), chance.choice(said).split()) for _ in range(many)]
    torn = [" ".join([*first[: len(first) // 2 + 1], *then[len(then) // 2 :]]) for first, then in halves]
    return [*chance.sample(said, 2 * many), *salad, *torn, *SLIPS, *STEERING, *ODD]
