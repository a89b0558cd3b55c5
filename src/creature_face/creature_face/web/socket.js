/**
 * The wire to the bridge: connects by itself, again and again, and tells what comes.
 *
 * Units: ms.
 */
import { BridgeClock } from "./clock.js";

const FRAME_BYTES = 3844;
const FIRST_RETRY_MS = 400;
const LONGEST_RETRY_MS = 8000;
const PING_EVERY_MS = 2000;
/** The bridge speaks at least once a second; a wire silent for so long is dead, whatever the browser believes. */
const SILENT_MS = 5000;
/** A connection that does not open within this time is tried afresh. */
const OPENING_MS = 6000;
/** More than this waiting to be sent (half a second of microphone): the network is slow, and old sound is worthless. */
const CLOGGED_BYTES = 6 * FRAME_BYTES;
/** What the bridge may say (docs/face-wire.md); a pong is the wire's own business. */
const TYPES = new Set(["state", "hello", "audio", "caption", "error"]);

/** The page's end of /ws. Events: open, lost, and one for each type of message: state, hello, audio, caption, error, frame. */
export class Wire extends EventTarget {
  /** @param {string} url @param {() => number} now the page's clock, ms */
  constructor(url, now = () => performance.now()) {
    super();
    this.url = url;
    this.now = now;
    this.clock = new BridgeClock();
    this.retry = FIRST_RETRY_MS;
    this.socket = null;
    this.connected = false;
    this.framesSent = 0;
    this.framesHeldBack = 0;
    setInterval(() => this.watch(), PING_EVERY_MS);
    // A phone that wakes up or finds its network again should not wait for the timer.
    addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.hurry());
    this.connect();
  }

  connect() {
    clearTimeout(this.timer);
    const socket = new WebSocket(this.url);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    this.heardAt = this.now();
    socket.onopen = () => this.socket === socket && this.opened();
    socket.onmessage = (event) => this.socket === socket && this.receive(event.data);
    socket.onclose = (event) => this.socket === socket && this.lost(event.reason || `code ${event.code}`);
  }

  opened() {
    this.retry = FIRST_RETRY_MS;
    this.heardAt = this.now();
    this.connected = true;
    this.emit("open");
    this.ping();
  }

  /** The wire is gone: says so once, and tries again after a while, longer each time. */
  lost(reason) {
    const was = this.connected;
    this.connected = false;
    const { socket } = this;
    this.socket = null;
    socket?.close();
    if (was) this.emit("lost", reason);
    this.timer = setTimeout(() => this.connect(), this.retry * (0.8 + 0.4 * Math.random()));
    this.retry = Math.min(LONGEST_RETRY_MS, this.retry * 1.7);
  }

  hurry() {
    if (this.socket) return;
    this.retry = FIRST_RETRY_MS;
    this.connect();
  }

  watch() {
    const silence = this.now() - this.heardAt;
    if (this.socket && silence > (this.connected ? SILENT_MS : OPENING_MS)) this.lost("silence");
    else if (this.connected) this.ping();
  }

  receive(data) {
    this.heardAt = this.now();
    if (typeof data !== "string") return data.byteLength === FRAME_BYTES ? this.emit("frame", data) : console.warn("the bridge sent a frame of another size");
    let message = null;
    try {
      message = JSON.parse(data);
    } catch {
      message = null;
    }
    if (!message || typeof message !== "object" || Array.isArray(message)) return console.warn("the bridge sent something that is no JSON object");
    const type = message.type ?? "state";
    if (type === "hello") this.clock.greet(message.clock, this.now());
    if (type === "pong") return this.clock.pong(message.t, message.clock, this.now());
    if (!TYPES.has(type)) return console.warn(`the bridge sent something unknown: ${type}`);
    this.emit(type, message);
  }

  /** Sends a small JSON message; false when there is no wire. */
  send(message) {
    if (!this.connected) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  ping() {
    this.send({ type: "ping", t: this.now() });
  }

  /** Sends a frame of the microphone, or drops it when the network cannot keep up. */
  sendFrame(buffer) {
    if (!this.connected) return;
    if (this.socket.bufferedAmount > CLOGGED_BYTES) this.framesHeldBack += 1;
    else {
      this.socket.send(buffer);
      this.framesSent += 1;
    }
  }

  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
