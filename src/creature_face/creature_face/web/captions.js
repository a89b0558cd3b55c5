/** What the creature has heard and says, in small words that fade by themselves. */

const FADE_AFTER_MS = 4000;
const HINT_MS = 1600;
const MEMORY = "creature.captions";

const element = (id) => document.getElementById(id);

/** A browser may forbid a page to remember anything: then it does not. */
function remembered() {
  try {
    return localStorage.getItem(MEMORY);
  } catch {
    return null;
  }
}

function remember(value) {
  try {
    localStorage.setItem(MEMORY, value);
  } catch (error) {
    console.info(`captions: ${error.message}`);
  }
}

/** Two lines: the person's words above the creature's. A tap on the face, or the key c, turns them off and on. */
export class Captions {
  constructor() {
    this.lines = new Map([["user", element("heard")], ["creature", element("said")]]);
    this.timers = new Map();
    this.set(remembered() !== "off");
    element("stage").addEventListener("click", () => this.toggle());
    addEventListener("keydown", (event) => {
      const held = event.repeat || event.ctrlKey || event.metaKey || event.altKey;
      if (event.key?.toLowerCase() === "c" && !held) this.toggle();
    });
  }

  /** A caption of the wire: a sentence as far as it goes. */
  tell({ speaker, text }) {
    const line = this.lines.get(speaker);
    if (this.on && line && typeof text === "string" && text) this.show(line, text, FADE_AFTER_MS);
  }

  toggle() {
    this.forget();
    this.set(!this.on);
    remember(this.on ? "on" : "off");
    this.show(this.lines.get("creature"), this.on ? "captions on" : "captions off", HINT_MS);
  }

  /** All words go now. */
  forget() {
    for (const line of this.lines.values()) line.classList.remove("shown");
  }

  set(on) {
    this.on = on;
    document.documentElement.dataset.captions = on ? "on" : "off";
  }

  show(line, words, stayMs) {
    // In a box of its own, so that of a long sentence the last lines are seen.
    line.firstElementChild.textContent = words;
    line.classList.add("shown");
    clearTimeout(this.timers.get(line));
    this.timers.set(line, setTimeout(() => line.classList.remove("shown"), stayMs));
  }
}
