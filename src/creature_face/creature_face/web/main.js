/**
 * The face page: joins the wire, the audio and the drawing. It renders what it is told and decides nothing.
 *
 * Query: `?watch` a display without buttons; `?still` no movement of its own (pictures). `window.creature.stats()` tells how it
 * fares. The root element shows the state as data attributes; see docs/face-wire.md.
 */
import { Audio } from "./audio.js";
import { Captions } from "./captions.js";
import { Controls } from "./controls.js";
import { Face } from "./face.js";
import { Life } from "./life.js";
import { Mouth } from "./mouth.js";
import { glowColour, mixPose } from "./poses.js";
import { ASLEEP, activities, readState } from "./state.js";
import { Springs, approach } from "./springs.js";
import { Wire } from "./socket.js";

const LONGEST_STEP_S = 0.05;
const TALK_TAU_S = 0.09;
/** For pictures every pose is taken at once. */
const STILL_STEP_S = 10;

const root = document.documentElement;
const glow = document.getElementById("glow");
const query = new URLSearchParams(location.search);
const watch = query.has("watch");
const still = query.has("still");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const controls = new Controls({ watch });
const captions = new Captions();
const face = new Face(document.getElementById("stage"));
const life = new Life(Math.random, { motion: calm.matches ? 0.2 : 1, still });
const mouth = new Mouth();
const audio = new Audio();
const wire = new Wire(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`);

if (still) glow.style.transition = "none";

let now = ASLEEP;
let wanted = false;
let owner = false;
let asked = false;
let talk = 0;
let frames = 0;
let shownLight = "";

calm.addEventListener("change", () => (life.motion = calm.matches ? 0.2 : 1));

/** Before it is woken, and while nothing happens, the creature dozes with its eyes half open. */
const drowsy = () => !watch && !asked && wire.connected && now.state === "idle" && now.emotion === "neutral" && !now.speaking;

function show(next) {
  const changed = next.emotion !== now.emotion || next.state !== now.state;
  now = next;
  root.dataset.emotion = next.name;
  root.dataset.speaking = String(next.speaking);
  root.dataset.state = next.state;
  const light = glowColour(next);
  if (light !== shownLight) glow.style.setProperty("--glow", (shownLight = light));
  if (changed) controls.say(wire.connected ? `${next.emotion}, ${next.state}` : "asleep: the creature cannot be reached, trying again");
}

function own(is) {
  owner = is;
  controls.listening(is && audio.stream !== null, asked && !wanted ? "Talk here" : "");
  if (!is) audio.clear();
}

const sentence = (words) => `${String(words).charAt(0).toUpperCase()}${String(words).slice(1)}.`;

wire.addEventListener("open", () => {
  root.dataset.connected = "true";
  if (wanted) wire.send({ type: "start" });
});
wire.addEventListener("lost", () => {
  root.dataset.connected = "false";
  own(false);
  controls.forgetTask();
  controls.hush();
  captions.forget();
  show(ASLEEP);
});
wire.addEventListener("state", ({ detail }) => {
  show(readState(detail));
  const at = wire.clock.toPage(detail.at);
  mouth.tell((at ?? performance.now()) / 1000, now.mouth);
  if (detail.gesture === "nod") life.nod();
  controls.showTask(now.task);
});
wire.addEventListener("audio", ({ detail }) => {
  // Another device took over, or no page may have the audio: this one must not ask again by itself.
  if (wanted && !detail.owner) {
    wanted = false;
    audio.hush();
    controls.tell(owner ? "Another device is my ears and voice now." : sentence(detail.reason));
  }
  own(detail.owner === true);
});
wire.addEventListener("error", ({ detail }) => {
  console.warn(`the bridge says: ${detail.message}`);
  controls.tell(sentence(detail.message), 5000);
});
// A creature that nobody has woken here dozes without a word.
wire.addEventListener("caption", ({ detail }) => (watch || asked) && captions.tell(detail));
wire.addEventListener("frame", ({ detail }) => audio.play(detail));

audio.addEventListener("frame", ({ detail }) => owner && wire.sendFrame(detail));
audio.addEventListener("loudness", ({ detail: [time, rms] }) => mouth.hear(time, rms));
audio.addEventListener("deaf", ({ detail }) => {
  controls.tell(detail, 20000);
  own(owner);
});

async function wake() {
  wanted = asked = true;
  controls.waking();
  life.blink();
  try {
    await audio.start();
    controls.awake();
    own(owner);
    wire.send({ type: "start" });
    keepAwake();
  } catch (error) {
    console.error(error);
    controls.tell(`The sound could not be opened: ${error.message}`);
    controls.again();
  }
}

async function keepAwake() {
  try {
    await navigator.wakeLock?.request("screen");
  } catch (error) {
    console.info(`the screen may go dark: ${error.message}`);
  }
}

controls.addEventListener("wake", wake);
controls.addEventListener("listen", ({ detail: listen }) => {
  if (listen) return void wake();
  wanted = false;
  wire.send({ type: "stop" });
  audio.hush();
  own(false);
});
addEventListener("pointerdown", () => audio.revive());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") return;
  audio.revive();
  if (asked) keepAwake();
});

const springs = new Springs(mixPose(ASLEEP, {}));
let before = performance.now();
let shownMouth = "";
let posed = { of: null };

function frame(time) {
  const dt = still ? STILL_STEP_S : Math.min(LONGEST_STEP_S, Math.max(0, (time - before) / 1000));
  before = time;
  frames += 1;
  const dozing = drowsy();
  if (now !== posed.of || dozing !== posed.dozing) {
    const doing = activities(now, dozing);
    posed = { of: now, dozing, doing, target: mixPose(now, doing) };
  }
  const pose = springs.follow(posed.target, dt);
  const voice = mouth.step(dt, owner ? audio.heardTime() : null, performance.now() / 1000);
  talk = approach(talk, now.speaking || voice > 0.05 ? 1 : 0, dt, TALK_TAU_S);
  const engaged = now.speaking || now.listening;
  const small = life.step(dt, { speaking: now.speaking, listening: posed.doing.listening > 0, sleep: pose.sleep, energy: pose.energy, mouth: voice, engaged });
  face.draw(pose, small, voice, talk);
  const text = voice.toFixed(3);
  if (text !== shownMouth) root.style.setProperty("--mouth", (shownMouth = text));
  requestAnimationFrame(frame);
}
requestAnimationFrame(frame);

window.creature = Object.freeze({
  stats: () => ({
    frames, owner, microphone: audio.stream !== null, framesSent: wire.framesSent, framesHeldBack: wire.framesHeldBack, rate: audio.context?.sampleRate ?? 0,
    context: audio.context?.state ?? "none", player: { ...audio.stats },
  }),
});
