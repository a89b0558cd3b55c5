/** What the bridge has told: state messages folded into one record that the face can trust. Pure. */
import { poseFor } from "./poses.js";
import { clamp } from "./springs.js";

/** What the face shows while nobody tells it anything. */
export const ASLEEP = Object.freeze({
  emotion: "asleep", name: "asleep", intensity: 1, valence: 0, arousal: -0.6, speaking: false, state: "offline", listening: false, thinking: false,
  cause: "", task: null,
});

const AWAKE = Object.freeze({ ...ASLEEP, emotion: "neutral", name: "neutral", arousal: 0, state: "idle" });

const number = (value, low, high, otherwise) => (Number.isFinite(value) ? clamp(value, low, high) : otherwise);
const text = (value, otherwise) => (typeof value === "string" ? value : otherwise);

/**
 * Reads one state message. Fields it lacks take their resting value, since every message is a whole state.
 * @param {object} message see docs/face-wire.md
 * @returns {typeof ASLEEP & {mouth: number}} `emotion` is a pose that exists; `name` is what the bridge called it
 */
export function readState(message) {
  const name = text(message.emotion, "neutral");
  const state = text(message.state, "idle");
  return {
    ...AWAKE, name,
    emotion: poseFor(name),
    intensity: number(message.intensity, 0, 1, 1),
    valence: number(message.valence, -1, 1, 0),
    arousal: number(message.arousal, -1, 1, 0),
    mouth: number(message.mouth, 0, 1, 0),
    speaking: message.speaking === true,
    listening: message.listening === true || state === "listening",
    thinking: message.thinking === true || state === "thinking",
    cause: text(message.cause, ""), state,
    task: message.task && typeof message.task === "object" ? message.task : null,
  };
}

/**
 * Which activities the pose should show, 0 or 1 each.
 * Speaking wins over thinking, and a person's voice over work: the creature looks up from what it does.
 */
export function activities(now, drowsy) {
  const listening = now.listening && !now.speaking;
  const thinking = now.thinking && !now.speaking && !now.listening;
  const working = now.state === "working" && !listening && !thinking && !now.speaking;
  return { speaking: +now.speaking, listening: +listening, thinking: +thinking, working: +working, drowsy: +drowsy };
}

const DOING = {
  GRAB_OBJECT: ["picking up"], BRING_OBJECT: ["bringing"], PLACE_OBJECT: ["putting down"], MOVE_TO: ["going to"],
  GUIDE: ["showing the way to"], SEARCH: ["looking for"], OPEN: ["opening"], CLOSE: ["closing"],
  SWITCH_ON: ["switching on"], SWITCH_OFF: ["switching off"], FOLLOW: ["following"],
};

/**
 * A task in a few words for the caption.
 * @returns {{words: string, progress: number, over: boolean}}
 */
export function taskWords(task) {
  const [verb] = DOING[task.intent] ?? [text(task.intent, "").toLowerCase().replaceAll("_", " ")];
  const object = text(task.object, "").trim();
  const thing = object && !/^(the|a|an|my|your|his|her|its|our|their|me|you)\b/i.test(object) ? `the ${object}` : object;
  const outcome = text(task.outcome, "");
  const doing = [verb, thing].filter(Boolean).join(" ");
  const endings = { ok: "done", canceled: "stopped" };
  const words = outcome ? `${doing}: ${endings[outcome] ?? "that did not work"}` : doing;
  return { words, progress: outcome === "ok" ? 1 : number(task.progress, 0, 1, 0), over: Boolean(outcome) };
}
