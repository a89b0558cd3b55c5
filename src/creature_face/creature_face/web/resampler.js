/**
 * Changes the sampling rate of a stream. Loaded into the audio worklets' scope before the processors that use it.
 *
 * A windowed sinc with linear interpolation between tabulated phases: enough for speech, and cheap on an audio thread.
 */

const HALF_TAPS = 12;
const PHASES = 128;

/** Streaming converter from one rate to another. */
class Resampler {
  /** @param {number} from Hz @param {number} to Hz */
  constructor(from, to) {
    this.step = from / to;
    // Going down, the filter must also keep out what the lower rate cannot hold: it becomes longer and lower.
    this.stretch = Math.max(1, this.step);
    this.reach = Math.ceil(HALF_TAPS * this.stretch);
    this.table = new Float32Array(this.reach * PHASES + 2);
    const cut = 0.94 / this.stretch;
    for (let i = 0; i <= this.reach * PHASES; i++) {
      const x = i / PHASES;
      const sinc = x === 0 ? cut : Math.sin(Math.PI * x * cut) / (Math.PI * x);
      this.table[i] = sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / this.reach));
    }
    this.history = new Float32Array(2 * this.reach);
    this.position = this.reach;
  }

  /** @param {Float32Array} input @returns {Float32Array} what can be made of it; about input.length / step samples */
  push(input) {
    if (this.step === 1) return input;
    const all = new Float32Array(this.history.length + input.length);
    all.set(this.history);
    all.set(input, this.history.length);
    const output = new Float32Array(Math.ceil(input.length / this.step) + 1);
    let made = 0;
    for (; this.position + this.reach < all.length; this.position += this.step) output[made++] = this.sample(all, this.position);
    const kept = Math.max(0, Math.floor(this.position) - this.reach);
    this.history = all.slice(kept);
    this.position -= kept;
    return output.subarray(0, made);
  }

  sample(all, position) {
    const first = Math.ceil(position - this.reach);
    const last = Math.floor(position + this.reach);
    let sum = 0;
    for (let i = Math.max(0, first); i <= last && i < all.length; i++) {
      const place = Math.abs(i - position) * PHASES;
      const cell = Math.floor(place);
      sum += all[i] * (this.table[cell] + (this.table[cell + 1] - this.table[cell]) * (place - cell));
    }
    return sum;
  }
}

globalThis.Resampler = Resampler;
