/** The few things on the page that are not the face: the button, the notice, the caption, words for screen readers. */
import { taskWords } from "./state.js";

const NOTICE_MS = 9000;
const CAPTION_AFTER_MS = 3500;

const element = (id) => document.getElementById(id);

/** Buttons and words. Events: wake (the big button), listen (the small one; detail: whether to listen). */
export class Controls extends EventTarget {
  /** @param {{watch: boolean}} options watch: a display that only shows; no buttons at all */
  constructor({ watch }) {
    super();
    this.start = element("start");
    this.toggle = element("listen");
    this.notice = element("notice");
    this.caption = element("caption");
    this.start.hidden = watch;
    this.task = "";
    this.start.addEventListener("click", () => this.dispatchEvent(new Event("wake")));
    this.toggle.addEventListener("click", () => {
      const listen = this.toggle.getAttribute("aria-pressed") !== "true";
      this.dispatchEvent(new CustomEvent("listen", { detail: listen }));
    });
  }

  /** While the audio opens, the button cannot be pressed twice. */
  waking() {
    this.start.disabled = true;
  }

  /** The audio is open: the big button makes way for the small one. */
  awake() {
    this.start.hidden = true;
    this.toggle.hidden = false;
  }

  /** The audio could not be opened: the person may try again. */
  again() {
    this.start.disabled = false;
  }

  /** Shows whether the creature hears through this page; `words` invite to take it back. */
  listening(on, words = "") {
    this.toggle.setAttribute("aria-pressed", String(on));
    this.toggle.setAttribute("aria-label", on ? "Stop listening" : "Listen again");
    element("listen-words").textContent = on ? "" : words;
  }

  /** A short message that can be read, and goes by itself. */
  tell(words, stayMs = NOTICE_MS) {
    this.notice.textContent = words;
    this.notice.hidden = false;
    clearTimeout(this.noticeTimer);
    this.noticeTimer = setTimeout(() => (this.notice.hidden = true), stayMs);
  }

  /** What was told is over: the connection it was about has gone, or has come back. */
  hush() {
    clearTimeout(this.noticeTimer);
    this.notice.hidden = true;
  }

  /** For screen readers only. */
  say(words) {
    const status = element("status");
    if (status.textContent !== words) status.textContent = words;
  }

  /** The task in a few words under the face; a finished one leaves after a while. */
  showTask(task) {
    const key = task ? JSON.stringify(task) : "";
    if (key === this.task) return;
    const first = this.task === null;
    this.task = key;
    clearTimeout(this.captionTimer);
    if (!task) return this.hideTask();
    const { words, progress, over } = taskWords(task);
    // After a reconnection the bridge repeats the last task; what was over long ago is not news.
    if (!words || (over && first)) return this.hideTask();
    element("caption-words").textContent = words;
    this.caption.querySelector("i").style.transform = `scaleX(${progress.toFixed(3)})`;
    this.caption.classList.add("shown");
    this.say(words);
    if (over) this.captionTimer = setTimeout(() => this.hideTask(), CAPTION_AFTER_MS);
  }

  hideTask() {
    this.caption.classList.remove("shown");
  }

  /** A lost connection: the caption goes, and the next task is taken as told anew. */
  forgetTask() {
    this.task = null;
    this.hideTask();
  }
}
