"""Messages as YAML."""

import array

import numpy as np
import pytest
import yaml

from creature_lab.message_text import FieldError, document, field_of, plain


class Message:
    """Something like what rclpy makes."""

    def __init__(self, **fields):
        self.__dict__.update(fields)

    def get_fields_and_field_types(self):
        return dict.fromkeys(self.__dict__, "")


STAMP = Message(sec=4, nanosec=5)
MESSAGE = Message(
    stamp=STAMP, piece=" héllo", valence=0.5, final=True, samples=np.arange(100, dtype=np.int16), level=b"\x01"
)


def test_a_document_can_be_read_back():
    text = document(MESSAGE)
    assert text.endswith("---\n")
    back = yaml.safe_load(text.removesuffix("---\n"))
    assert list(back) == ["stamp", "piece", "valence", "final", "samples", "level"]
    assert back["stamp"] == {"sec": 4, "nanosec": 5} and back["piece"] == " héllo" and back["level"] == 1


def test_long_arrays_are_shortened_unless_all_is_wanted():
    assert plain(MESSAGE)["samples"][-2:] == [15, "... (100 in all)"]
    assert plain(MESSAGE, None)["samples"] == list(range(100))
    assert plain(array.array("f", [1.0, 2.0])) == [1.0, 2.0] and plain([STAMP]) == [{"sec": 4, "nanosec": 5}]


def test_plain_values_are_documents_too():
    assert (
        document("ok") == "ok\n---\n" and document(True) == "true\n---\n" and document(np.float32(0.5)) == "0.5\n---\n"
    )


def test_a_float32_is_shown_with_the_digits_it_has():
    half = Message(valence=float(np.float32(0.239)))
    half.get_fields_and_field_types = lambda: {"valence": "float"}
    assert plain(half) == {"valence": 0.239}


def test_fields_by_path():
    nested = Message(status=[MESSAGE])
    assert field_of(nested, "status.0.stamp.sec") == 4


@pytest.mark.parametrize(
    ("path", "words"),
    [("stam", "there is: stamp, piece"), ("stamp.sec.x", "within a plain value"), ("samples.100", "there are 100")],
)
def test_a_field_that_is_not_there(path, words):
    with pytest.raises(FieldError, match=words):
        field_of(MESSAGE, path)
