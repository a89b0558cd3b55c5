"""What a clause shows of whether it is meant."""

from creature_intent.meaning.clue import Clue, clue_at, features
from creature_intent.text.clause import clause
from creature_intent.tokens import Speaker


def test_a_clue_knows_its_neighbours() -> None:
    clauses = [
        clause(("it", "is", "cold"), ""),
        clause(("please", "close", "the", "door"), ","),
        clause(("be", "quick"), "and"),
    ]
    clue = clue_at(Speaker.USER, clauses, 1, ("close", "the", "door"), question=True)
    assert clue.words == ("please", "close", "the", "door") and clue.deed == ("close", "the", "door")
    assert clue.before == ("it", "is", "cold") and clue.after == ("and", "be", "quick")
    assert clue.joiner == "," and clue.question


def test_the_head_of_every_phrase_and_the_form_are_seen() -> None:
    words = ("could", "you", "bring", "me", "the", "red", "cup", "from", "the", "kitchen")
    found = features(Clue(Speaker.USER, words, words[2:]))
    assert {"h=cup", "hfrom=kitchen", "bring h=cup", "up=could you", "v=bring", "o=- cup"} <= set(found)
    assert "shape bring me the _ from the _" in found


def test_who_says_it_makes_a_difference_and_each_feature_stands_once() -> None:
    words = ("take", "the", "the", "bus")
    user, agent = (features(Clue(speaker, words, words)) for speaker in (Speaker.USER, Speaker.AGENT))
    assert set(user) != set(agent) and "h=bus" in set(user) & set(agent)
    assert len(user) == len(set(user))


def test_the_order_is_always_the_same() -> None:
    words = ("i", "will", "open", "the", "door")
    clue = Clue(Speaker.AGENT, words, words[2:], ("okay", "so"), ("and", "then"))
    assert features(clue) == features(clue)
    assert features(clue)[0] == "a"


def test_a_clause_without_words_after_the_verb_or_without_a_verb() -> None:
    assert "v=wave" in features(Clue(Speaker.USER, ("wave",), ("wave",)))
    assert features(Clue(Speaker.USER, ("hello",), ()))
