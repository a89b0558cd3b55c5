"""Moshi in PyTorch: the real package on a tiny checkpoint, against the package's own run."""

import dataclasses
import shutil

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("moshi")

from creature_voice.engine import EngineError, SayOutcome, SayPolicy  # noqa: E402
from creature_voice.engines.moshi import make_engine, torch_model  # noqa: E402
from creature_voice.engines.moshi.checkpoint import find_files  # noqa: E402
from creature_voice.engines.moshi.config import MoshiConfig  # noqa: E402
from creature_voice.engines.moshi.engine import MoshiEngine  # noqa: E402
from creature_voice.engines.moshi.model import EPAD, PAD, ModelStep  # noqa: E402
from creature_voice.engines.moshi.monologue import Monologue  # noqa: E402
from creature_voice.frame import FRAME_SAMPLES, silence  # noqa: E402

pytestmark = pytest.mark.moshi

SEED = 7
STEPS = 60
HEARD = (0.1 * np.random.default_rng(0).standard_normal((STEPS, FRAME_SAMPLES))).astype(np.float32)


def as_sampled(text_id):
    return text_id


@pytest.fixture(scope="module")
def config(tiny_moshi):
    return MoshiConfig(config=str(tiny_moshi / "config.json"), device="cpu", dtype="float32", seed=SEED)


def load(config, said=None):
    progress = (said if said is not None else []).append
    return torch_model.load(config, find_files(config, progress), progress)


@pytest.fixture(scope="module")
def loaded(config):
    return load(config)


@pytest.fixture
def model(loaded):
    loaded.reset()
    return loaded


def run(model, choose=as_sampled, frames=HEARD):
    return [model.step(heard, choose) for heard in frames]


def ids(steps):
    return [step.text_id for step in steps]


def sound(steps):
    return np.concatenate([step.spoken for step in steps])


@pytest.fixture(scope="module")
def own_run(tiny_moshi):
    """Text ids and sound of the package's own loop, as in moshi.server."""
    from moshi.models import LMGen, loaders

    info = loaders.CheckpointInfo.from_hf_repo(
        "",
        tiny_moshi / "model.safetensors",
        tiny_moshi / "mimi.safetensors",
        tiny_moshi / "tokenizer.model",
        tiny_moshi / "config.json",
    )
    mimi, language = info.get_mimi("cpu"), info.get_moshi("cpu", dtype=torch.float32)
    generator = LMGen(language, **info.lm_gen_config)
    mimi.streaming_forever(1)
    generator.streaming_forever(1)
    torch.manual_seed(SEED)
    made = []
    for number, heard in enumerate(HEARD):
        codes = mimi.encode(torch.from_numpy(heard)[None, None])
        if number == 0:
            mimi.reset_streaming()
        tokens = generator.step(codes)
        if tokens is None:
            made.append((None, silence()))
            continue
        with torch.no_grad():
            made.append((int(tokens[0, 0, 0]), mimi.decode(tokens[:, 1:])[0, 0].numpy()))
    return made


def test_text_and_sound_are_those_of_the_packages_own_run(model, own_run):
    steps = run(model)
    assert ids(steps) == [text_id for text_id, _ in own_run]
    assert len({*ids(steps)} - {None, PAD, EPAD}) >= 2
    assert np.array_equal(sound(steps), np.concatenate([spoken for _, spoken in own_run]))


def test_the_engine_tells_the_text_of_that_run_in_the_same_frames(model, own_run, config):
    engine = MoshiEngine(model, config)
    told = [[event.piece for event in engine.step(heard).texts] for heard in HEARD]
    monologue = Monologue(model.vocabulary)
    assert told == [[event.piece for event in monologue.feed(text_id)] for text_id, _ in own_run]
    assert sum(map(len, told)) >= 3


def test_a_reset_equals_a_fresh_start_bit_for_bit(model, config):
    first = run(model)
    run(model, lambda sampled: EPAD)
    model.reset()
    again, fresh = run(model), run(load(config))
    for other in (again, fresh):
        assert ids(other) == ids(first)
        assert np.array_equal(sound(other), sound(first))


def test_another_seed_is_other_luck(model, config):
    assert ids(run(model)) != ids(run(load(dataclasses.replace(config, seed=SEED + 1))))


def test_without_freedom_there_is_no_luck(config):
    set_ = {"text_temperature": 0.0, "audio_temperature": 0.0}
    one, other = (run(load(dataclasses.replace(config, seed=seed, **set_)), frames=HEARD[:20]) for seed in (1, 2))
    assert ids(one) == ids(other)
    assert np.array_equal(sound(one), sound(other))


def test_what_is_chosen_is_spoken_in_the_next_frame_and_sounds_so(model):
    free = run(model)
    model.reset()
    count, asked = 0, model.vocabulary.encode("hello")[0]

    def choose(sampled):
        nonlocal count
        count += 1
        return asked if count == 11 else sampled

    steps = run(model, choose)
    assert count == STEPS
    assert ids(steps)[:11] == ids(free)[:11]
    assert ids(steps)[11] == asked != ids(free)[11]
    same = [np.array_equal(one.spoken, other.spoken) for one, other in zip(steps, free, strict=True)]
    # Of a frame's sound, all but the coarsest part is made one step after its text, out of the text that comes next.
    assert same[:10] == [True] * 10
    assert not any(same[10:14])


def test_the_model_is_given_what_was_chosen(model):
    language = model._generator.lm_model
    asked = model.vocabulary.encode("hello")[0]
    heard: dict[str, list[int]] = {"text_emb": [], "depformer_text_emb": []}
    hooks = [
        getattr(language, name).register_forward_pre_hook(
            lambda module, given, name=name: heard[name].append(int(given[0].reshape(-1)[0]))
        )
        for name in heard
    ]
    run(model, lambda sampled: asked, HEARD[:5])
    for hook in hooks:
        hook.remove()
    assert heard["depformer_text_emb"] == [asked] * 5
    assert heard["text_emb"][1:] == [asked] * 4


def test_given_words_come_out_in_order(model, config):
    engine = MoshiEngine(model, config)
    saying = engine.say("Okay, I'll pick up the red cup.", SayPolicy.INTERRUPT)
    grown, text = [], ""
    for heard in (silence() for _ in range(120)):
        begun = saying.spoken != ""
        step = engine.step(heard)
        if saying.outcome is None or begun:
            text += "".join(event.piece for event in step.texts)
        grown.append(saying.spoken)
    assert saying.outcome is SayOutcome.SPOKEN
    assert "Okay, I'll pick up the red cup." in text
    steps = sorted(set(grown), key=len)
    assert steps == [" ".join(steps[-1].split()[:count]) for count in range(8)]


def test_given_words_are_given_up_when_a_person_talks(model, config):
    engine = MoshiEngine(model, config)
    saying = engine.say("one two three four five six seven eight nine ten", SayPolicy.INTERRUPT)
    for heard in (*[silence()] * 20, *HEARD[:40]):
        engine.step(heard)
    assert saying.outcome is SayOutcome.INTERRUPTED
    assert 0 < len(saying.spoken.split()) < 10


def test_muted_it_pads(model, config):
    class Recorder:
        vocabulary, max_steps = model.vocabulary, model.max_steps
        seen: list[ModelStep] = []  # noqa: RUF012

        def step(self, heard, choose):
            self.seen.append(model.step(heard, choose))
            return self.seen[-1]

    engine = MoshiEngine(Recorder(), config)
    engine.step(silence())
    engine.mute(True)
    steps = [engine.step(heard) for heard in HEARD[:20]]
    assert set(ids(Recorder.seen[2:])) == {PAD}
    assert not any(step.spoken.any() or step.texts for step in steps)


@pytest.fixture(scope="module")
def short(tmp_path_factory):
    """A checkpoint whose context is 40 steps."""
    from tiny_moshi import make

    folder = make(tmp_path_factory.mktemp("short"), context=40)
    return MoshiConfig(config=str(folder / "config.json"), device="cpu", dtype="float32", seed=SEED)


def test_past_its_context_the_model_goes_on(short):
    model = load(short)
    assert model.max_steps == 40
    steps = run(model, frames=[*HEARD, *HEARD])
    assert None not in ids(steps[1:])
    assert np.isfinite(sound(steps)).all()


def test_the_engine_starts_afresh_at_its_context_without_a_click(short):
    engine = make_engine(short, lambda what: None)
    steps = [engine.step(heard) for heard in (*HEARD, *HEARD, *HEARD[:20])]
    assert engine.health().values["restarts"] >= 3
    joined = np.concatenate([step.spoken for step in steps])
    jumps = np.abs(np.diff(joined))
    inside = jumps.reshape(-1)[: FRAME_SAMPLES * 30].max()
    at_seams = jumps[FRAME_SAMPLES - 1 :: FRAME_SAMPLES].max()
    assert at_seams <= inside
    engine.close()


def test_a_session_shorter_than_the_context_sounds_the_same(model, config):
    expected = run(model)
    short = load(dataclasses.replace(config, session_s=10.0))
    assert short.max_steps == 125
    steps = run(short)
    assert ids(steps) == ids(expected)
    assert np.allclose(sound(steps), sound(expected), atol=1e-4)


def test_a_persona_is_loaded_and_changes_what_is_said(model, config, tiny_moshi):
    persona = dataclasses.replace(
        config, config=str(tiny_moshi / "lora_config.json"), lora_weights=str(tiny_moshi / "lora.safetensors")
    )
    assert ids(run(model)) != ids(run(load(persona)))


def test_progress_says_what_how_large_and_where(config):
    said: list[str] = []
    load(config, said)
    assert said == [
        "loading the codec (0.00 GB) onto cpu",
        "loading Moshi (0.01 GB) onto cpu as float32",
        "warming up Moshi on cpu",
    ]


@pytest.mark.parametrize("dtype", ["bfloat16", "float16"])
def test_other_number_formats(dtype, config):
    steps = run(load(dataclasses.replace(config, dtype=dtype)), frames=HEARD[:5])
    assert np.isfinite(sound(steps)).all()
    assert steps[-1].spoken.dtype == np.float32


@pytest.fixture
def broken(tiny_moshi, tmp_path, config):
    """Makes a copy of the checkpoint in which a file is changed."""

    def make(name, content):
        folder = tmp_path / "broken"
        shutil.copytree(tiny_moshi, folder)
        content = content((folder / name).read_bytes())
        (folder / name).write_bytes(content)
        own = folder / "config.json"
        own.write_text(own.read_text().replace(f"file://{tiny_moshi}/", ""))
        return dataclasses.replace(config, config=str(folder / "config.json"))

    return make


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("model.safetensors", lambda old: old[: len(old) // 2], "Moshi's weights .*complete"),
        ("model.safetensors", lambda old: b"", "Moshi's weights"),
        ("mimi.safetensors", lambda old: b"garbage" * 99, "the codec's weights"),
        ("tokenizer.model", lambda old: b"garbage" * 99, "the vocabulary"),
        ("config.json", lambda old: old.replace(b'"dim": 64', b'"dim": 32'), "Moshi's weights .*same checkpoint"),
        ("config.json", lambda old: old.replace(b'"dep_q": 8', b'"dup_q": 8'), "cannot be loaded"),
        ("mimi_config.json", lambda old: b"{}", "the codec's weights"),
    ],
)
def test_a_broken_checkpoint_is_explained(name, content, words, broken):
    with pytest.raises(EngineError, match=words):
        load(broken(name, content))


def test_a_vocabulary_of_another_checkpoint(config, tiny_moshi, tmp_path):
    import sentencepiece

    other = tmp_path / "other"
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["one two three four"] * 99), model_prefix=str(other), vocab_size=14, minloglevel=2
    )
    with pytest.raises(EngineError, match="not of the same checkpoint"):
        load(dataclasses.replace(config, tokenizer=f"{other}.model"))


@pytest.mark.parametrize(("device", "words"), [("warp", "no such kind of device"), ("cuda:99", "sees .* CUDA GPU")])
def test_a_device_that_is_not_there(device, words, config):
    with pytest.raises(EngineError, match=words):
        load(dataclasses.replace(config, device=device))


def test_where_there_is_no_gpu_it_is_said_before_loading(config, monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    said: list[str] = []
    load(dataclasses.replace(config, device="auto"), said)
    assert "sees no CUDA GPU" in said[0] and "voice:=moshi_server" in said[0]


def test_first_steps_that_fail(config, monkeypatch):
    def fail(*arguments):
        raise RuntimeError("no compiler")

    monkeypatch.setattr(torch_model.TorchModel, "step", fail)
    with pytest.raises(EngineError, match=r"cannot compute on cpu: .*no compiler"):
        load(config)


def test_a_gpu_that_is_too_small(config, monkeypatch):
    monkeypatch.setattr(torch_model, "find_device", lambda name: torch.device("cuda"))
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda device: (2_000_000_000, 8_000_000_000))
    with pytest.raises(EngineError, match=r"2\.0 of 8\.0 GB free, and Moshi needs about 2\.5 GB: .*moshi_server"):
        load(config)


def test_a_gpu_whose_memory_runs_out(config, monkeypatch):
    def fail(*arguments, **options):
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(torch_model.loaders, "get_moshi_lm", fail)
    with pytest.raises(EngineError, match="memory did not suffice to load Moshi's weights"):
        load(config)
