/**
 * How open the mouth is now: the loudness of the very sound that is being heard.
 *
 * Two sources: this page's own player, which reports the loudness of every 10 ms with its place on the audio clock; and
 * the state messages, when another device plays the sound. Pure: clocks are passed in. Units: seconds, RMS 0..1.
 */
import { approach, clamp, lerp } from "./springs.js";

const QUIET_DB = -46;
const LOUD_DB = -13;
/** The lips start this much early, to be there in time: smoothing and the display take as long. */
const LEAD_S = 0.02;
const ATTACK_S = 0.022;
const RELEASE_S = 0.085;
const KEEP_S = 3;
/** The states of a silent creature all tell of the same moment, its last frame: such a history never grows old. */
const MOST_POINTS = 400;
/** A report older than this says nothing about now: the player falls silent without saying so. */
const STALE_S = 0.06;
/** The other device hears a frame about this long after the bridge has spoken it: network, jitter buffer, output. */
const REMOTE_DELAY_S = 0.12;
const REMOTE_STALE_S = 0.35;

/** Loudness to mouth: a clamped decibel scale, as the ear hears. */
export function opening(rms) {
  if (!(rms > 0)) return 0;
  return clamp((20 * Math.log10(rms) - QUIET_DB) / (LOUD_DB - QUIET_DB), 0, 1) ** 1.15;
}

/** A short history of [time, value], looked up by time. */
class Track {
  constructor() {
    this.points = [];
  }

  add(time, value) {
    const last = this.points[this.points.length - 1];
    // A clock that jumps back (a new audio context, a bridge that restarted) starts a new history.
    if (last && time < last[0]) this.points.length = 0;
    this.points.push([time, value]);
    while (this.points.length > MOST_POINTS || this.points[0][0] < time - KEEP_S) this.points.shift();
  }

  /** Value at a time, between its neighbours; 0 where nothing is known. */
  at(time, stale) {
    const { points } = this;
    let i = points.length - 1;
    while (i >= 0 && points[i][0] > time) i--;
    if (i < 0 || time - points[i][0] > stale) return 0;
    const next = points[i + 1];
    if (!next) return points[i][1];
    const span = next[0] - points[i][0];
    return span > stale ? points[i][1] : lerp(points[i][1], next[1], span ? (time - points[i][0]) / span : 1);
  }
}

/** The mouth's position, smoothed: quick to open, slower to close. */
export class Mouth {
  constructor() {
    this.heard = new Track();
    this.told = new Track();
    this.value = 0;
  }

  /** The player wrote sound of this loudness for this moment of its audio clock. */
  hear(time, rms) {
    this.heard.add(time, opening(rms));
  }

  /** The bridge says how open the mouth is at this moment of the page's clock (s). */
  tell(time, mouth) {
    this.told.add(time, clamp(mouth, 0, 1));
  }

  /**
   * @param {number} dt seconds since the last frame
   * @param {number | null} heardTime the audio clock's time of what is being heard, or null when this page plays nothing
   * @param {number} now the page's clock, s
   * @returns {number} 0..1
   */
  step(dt, heardTime, now) {
    const target = heardTime === null ? this.told.at(now - REMOTE_DELAY_S, REMOTE_STALE_S) : this.heard.at(heardTime + LEAD_S, STALE_S);
    this.value = approach(this.value, target, dt, target > this.value ? ATTACK_S : RELEASE_S);
    if (target === 0 && this.value < 0.004) this.value = 0;
    return this.value;
  }
}
