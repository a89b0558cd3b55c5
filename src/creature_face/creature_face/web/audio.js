/**
 * The page's ears and voice: microphone to frames, frames to loudspeaker, and what is being heard right now.
 *
 * Threading: both worklets run on the audio thread; everything here runs on the page's. Units: seconds.
 */

const RATE_HZ = 24000;
const MODULES = ["resampler.js", "mic-worklet.js", "player-worklet.js"];
const USUAL_OUTPUT_DELAY_S = 0.045;
const HEARING = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 };

/** Why the microphone cannot be had, in words for the person in front of the screen. */
function refusal(error) {
  const reasons = {
    NotAllowedError: "The microphone is blocked, so I can't hear you. Allow it in the browser's settings for this page, then press the microphone button.",
    NotFoundError: "There is no microphone here, so I can't hear you. Plug one in, then press the microphone button.",
    NotReadableError: "Another program holds the microphone. Close it, then press the microphone button.",
    SecurityError: "This browser gives the microphone only to pages opened over https or on localhost, so I can't hear you here.",
  };
  return `${reasons[error.name] ?? `The microphone does not work: ${error.message}.`} I can still speak.`;
}

/** A context at the wire's rate where the browser can, else at its own. */
function makeContext(rate) {
  try {
    return new AudioContext({ sampleRate: rate, latencyHint: "interactive" });
  } catch {
    return new AudioContext({ latencyHint: "interactive" });
  }
}

/** Microphone and loudspeaker. Events: frame (ArrayBuffer), loudness ([time, rms]), stats, deaf (words). */
export class Audio extends EventTarget {
  constructor() {
    super();
    this.context = null;
    this.player = null;
    this.stream = null;
    this.stats = {};
  }

  get running() {
    return this.context?.state === "running" && this.player !== null;
  }

  /**
   * Opens everything. Call it inside the handler of a click: phones let a page sound only then.
   * A refused microphone is told as `deaf`; the voice works all the same.
   */
  async start() {
    if (navigator.audioSession) navigator.audioSession.type = "play-and-record";
    if (!this.context) this.context = makeContext(RATE_HZ);
    const resumed = this.context.resume();
    const hearing = this.openMicrophone();
    await this.build();
    // Without a device to play on, resume() may never settle; the microphone must not wait for it.
    await Promise.race([resumed, new Promise((done) => setTimeout(done, 1500))]);
    const stream = await hearing;
    if (stream) await this.listen(stream);
  }

  async build() {
    if (this.player) return;
    for (const module of MODULES) await this.context.audioWorklet.addModule(new URL(module, import.meta.url));
    this.player = new AudioWorkletNode(this.context, "player", { numberOfInputs: 0, outputChannelCount: [1] });
    this.player.port.onmessage = ({ data }) => {
      if (Array.isArray(data)) return this.emit("loudness", data);
      this.stats = data;
      this.emit("stats", data);
    };
    this.player.connect(this.context.destination);
  }

  async openMicrophone() {
    try {
      if (!navigator.mediaDevices?.getUserMedia) throw new DOMException("no microphone for this page", "SecurityError");
      return await navigator.mediaDevices.getUserMedia({ audio: HEARING });
    } catch (error) {
      console.warn(`microphone: ${error.name}: ${error.message}`);
      this.emit("deaf", refusal(error));
      return null;
    }
  }

  async listen(stream) {
    this.hush();
    this.stream = stream;
    let source = null;
    try {
      source = this.context.createMediaStreamSource(stream);
    } catch {
      // Some browsers connect a microphone only to a context at its own rate; the worklets resample there.
      await this.rebuild();
      source = this.context.createMediaStreamSource(stream);
    }
    this.mic = new AudioWorkletNode(this.context, "mic", { numberOfInputs: 1, outputChannelCount: [1], channelCount: 1, channelCountMode: "explicit" });
    this.mic.port.onmessage = ({ data }) => this.emit("frame", data);
    // Its output is silence; only what leads to the destination is sure to be run.
    source.connect(this.mic).connect(this.context.destination);
    stream.getAudioTracks()[0].addEventListener("ended", () => this.lose(stream));
  }

  /** The microphone was unplugged, or its permission taken back. */
  lose(stream) {
    if (stream !== this.stream) return;
    this.hush();
    this.emit("deaf", refusal({ name: "", message: "it was taken away" }));
  }

  async rebuild() {
    await this.context.close();
    this.player = null;
    this.context = new AudioContext({ latencyHint: "interactive" });
    await this.context.resume();
    await this.build();
  }

  /** Gives the microphone back. */
  hush() {
    this.mic?.port.postMessage("stop");
    this.mic?.disconnect();
    this.mic = null;
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stream = null;
  }

  /** Plays a frame as it came from the wire; its buffer is handed over. */
  play(buffer) {
    this.player?.port.postMessage(buffer, [buffer]);
  }

  /** Forgets what has not been played. */
  clear() {
    this.player?.port.postMessage("clear");
  }

  /** Wakes a context that the system put to sleep (a call, another tab, a locked phone). */
  revive() {
    if (this.context && this.context.state !== "running" && this.context.state !== "closed") this.context.resume().catch(() => {});
  }

  /** Place on the audio clock of the sound that leaves the loudspeaker now; null when nothing can be heard from here. */
  heardTime() {
    if (!this.running) return null;
    const { context } = this;
    const stamp = context.getOutputTimestamp?.();
    if (stamp?.contextTime > 0) return stamp.contextTime + (performance.now() - stamp.performanceTime) / 1000;
    return context.currentTime - (context.outputLatency || USUAL_OUTPUT_DELAY_S);
  }

  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
