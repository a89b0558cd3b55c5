/**
 * Plays frames of speech as they come, behind a small jitter buffer, and reports the loudness of every 10 ms.
 *
 * Playing starts `margin` after the first frame came, so that later frames may be late by as much. An underrun widens
 * the margin; calm narrows it again. What piles up beyond the margin is trimmed in silence, or at once when it is much.
 * The wire keeps the order of frames, so their index is not looked at: one that steps back is of a voice that has started
 * anew, and is heard like any other.
 * Messages out: [context time s, rms] pairs, and counts once a second while playing. Units: samples unless named.
 */

const RATE_HZ = 24000;
const HEADER_BYTES = 4;
const MARGIN_S = [0.05, 0.07, 0.2];
const WIDEN_S = 0.025;
const NARROW_AFTER_S = 20;
const MOST_S = 0.4;
const TRIM_S = 0.06;
const QUIET_RMS = 0.002;
const REPORT_S = 0.01;
/** The stream has ended, rather than run dry, when no frame came for so long. */
const ENDED_S = 0.24;

class Player extends AudioWorkletProcessor {
  constructor() {
    super();
    this.queue = [];
    this.head = 0;
    this.fill = 0;
    this.waiting = true;
    this.wait = 0;
    this.margin = MARGIN_S[1];
    this.calm = 0;
    this.lastFrame = -1;
    this.stats = { frames: 0, underruns: 0, dropped: 0, trimmed: 0 };
    this.sum = 0;
    this.count = 0;
    this.period = Math.round(sampleRate * REPORT_S);
    this.silent = true;
    this.sinceStats = 0;
    this.resampler = new globalThis.Resampler(RATE_HZ, sampleRate);
    this.port.onmessage = ({ data }) => (data === "clear" ? this.clear() : this.take(data));
  }

  clear() {
    this.queue.length = 0;
    this.head = this.fill = 0;
    this.waiting = true;
  }

  take(buffer) {
    const view = new DataView(buffer);
    this.stats.frames += 1;
    const samples = new Float32Array((buffer.byteLength - HEADER_BYTES) / 2);
    for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(HEADER_BYTES + 2 * i, true) / 32768;
    const made = this.resampler.push(samples);
    if (this.waiting && this.fill === 0) this.wait = Math.round(this.margin * sampleRate);
    // What the resampler gives back may be a view of a larger block or the very input: both are ours to keep.
    this.queue.push(made);
    this.fill += made.length;
    this.lastFrame = currentTime;
    // The frame that has just come is no delay: it is what the buffer holds before a frame comes that is.
    this.bound(made.length);
  }

  /** Never lets the delay grow beyond the most: the oldest sound goes. */
  bound(frame) {
    const most = MOST_S * sampleRate;
    if (this.fill <= most) return;
    const keep = this.margin * sampleRate + frame;
    while (this.fill > keep && this.queue.length > 1) {
      const cut = this.queue.shift().length - this.head;
      this.fill -= cut;
      this.stats.dropped += cut;
      this.head = 0;
    }
  }

  process(_, outputs) {
    const out = outputs[0][0];
    if (this.waiting) {
      if (this.fill > 0 && (this.wait -= out.length) <= 0) this.waiting = false;
    } else if (this.fill >= out.length) {
      this.write(out);
    } else {
      this.ranDry(out);
    }
    for (let channel = 1; channel < outputs[0].length; channel++) outputs[0][channel].set(out);
    this.measure(out);
    return true;
  }

  write(out) {
    let done = 0;
    while (done < out.length) {
      const block = this.queue[0];
      const n = Math.min(out.length - done, block.length - this.head);
      out.set(block.subarray(this.head, this.head + n), done);
      done += n;
      this.head += n;
      if (this.head === block.length) {
        this.queue.shift();
        this.head = 0;
      }
    }
    this.fill -= out.length;
    this.calm += out.length / sampleRate;
    if (this.calm > NARROW_AFTER_S) {
      this.calm = 0;
      this.margin = Math.max(MARGIN_S[0], this.margin - WIDEN_S / 2);
    }
  }

  ranDry(out) {
    if (this.fill > 0) out.set(this.rest());
    this.fill = 0;
    this.waiting = true;
    if (currentTime - this.lastFrame < ENDED_S) {
      this.stats.underruns += 1;
      this.calm = 0;
      this.margin = Math.min(MARGIN_S[2], this.margin + WIDEN_S);
    }
    this.report();
  }

  report() {
    this.sinceStats = 0;
    this.port.postMessage({ ...this.stats, fillMs: (1000 * this.fill) / sampleRate, marginMs: 1000 * this.margin });
  }

  /** The last samples, fewer than a quantum, faded so that the gap does not click. */
  rest() {
    const rest = new Float32Array(this.fill);
    let done = 0;
    for (const block of this.queue) {
      const part = block.subarray(done === 0 ? this.head : 0);
      rest.set(part, done);
      done += part.length;
    }
    this.queue.length = 0;
    this.head = 0;
    return rest.map((sample, i) => sample * (1 - i / rest.length));
  }

  /** Reports loudness every 10 ms (nothing while silence lasts), and cuts silence short when the buffer holds too much. */
  measure(out) {
    for (let i = 0; i < out.length; i++) {
      this.sum += out[i] * out[i];
      if (++this.count < this.period) continue;
      const rms = Math.sqrt(this.sum / this.count);
      this.sum = this.count = 0;
      if (rms > 0 || !this.silent) this.port.postMessage([currentTime + (i + 1) / sampleRate, rms]);
      this.silent = rms === 0;
      if (rms < QUIET_RMS) this.trim();
    }
    this.sinceStats += out.length / sampleRate;
    if (this.sinceStats >= 1 && !this.waiting) this.report();
  }

  /** In silence, one report's worth of what exceeds the margin and a frame may go unheard. */
  trim() {
    const excess = this.fill - (this.margin + 0.08 + TRIM_S) * sampleRate;
    if (this.waiting || excess <= 0 || !this.queue.length) return;
    const cut = Math.min(this.period, this.queue[0].length - this.head);
    this.head += cut;
    this.fill -= cut;
    this.stats.trimmed += cut;
    if (this.head === this.queue[0].length) {
      this.queue.shift();
      this.head = 0;
    }
  }
}

registerProcessor("player", Player);
