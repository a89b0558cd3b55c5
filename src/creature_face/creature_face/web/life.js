/**
 * The small movements of something alive, added on top of any pose: blinks, gaze darts, breath, sway, nods.
 *
 * Time and chance are passed in. Units: seconds, face units, degrees.
 */
import { approach, clamp, lerp } from "./springs.js";

const BLINK_EVERY_S = [1, 8];
const DOUBLE_BLINK_CHANCE = 0.16;
const BOUNDARY_BLINK_CHANCE = 0.7;
const BLINK_CLOSE_S = 0.075;
const BLINK_HOLD_S = 0.035;
const BLINK_OPEN_S = 0.15;
const DART_EVERY_S = [1, 2.5];
const NOD_S = 0.72;
const NOD_EVERY_S = [3.2, 7];
const BREATH_HZ = 0.23;
const SLEEP_BREATH_HZ = 0.14;
const SLEEPERS_HZ = 0.17;

/** How closed the lid is, a time after the blink began. */
export function blinkAt(age) {
  if (age < 0) return 0;
  if (age < BLINK_CLOSE_S) return Math.sin((Math.PI / 2) * (age / BLINK_CLOSE_S));
  const opening = (age - BLINK_CLOSE_S - BLINK_HOLD_S) / BLINK_OPEN_S;
  if (opening < 0) return 1;
  return opening < 1 ? 0.5 + 0.5 * Math.cos(Math.PI * opening) : 0;
}

/** Generator of the small movements; one call of `step` for each frame. */
export class Life {
  /**
   * @param {() => number} chance uniform 0..1
   * @param {{motion: number, still: boolean}} options motion scales sway (reduced motion: less); still: no chance at all
   */
  constructor(chance, { motion = 1, still = false } = {}) {
    this.chance = chance;
    this.motion = motion;
    this.still = still;
    this.time = 0;
    this.blinkStart = -1;
    this.blinkNext = 1.5;
    this.dartNext = 1;
    this.dart = [0, 0];
    this.nodStart = -10;
    this.nodDepth = 1;
    this.nodNext = 0;
    this.emphasis = 0;
    this.talked = false;
    this.breathPhase = 0;
    this.out = { blink: 0, x: 0, y: 0, roll: 0, breath: 0, gazeX: 0, gazeY: 0, sleep: 0.12 };
  }

  between([low, high]) {
    return lerp(low, high, this.chance());
  }

  /** A short nod; one that comes while another runs is ignored. */
  nod(depth = 1) {
    if (this.time - this.nodStart < NOD_S) return;
    this.nodStart = this.time;
    this.nodDepth = depth;
  }

  /** A blink now, unless one is running. */
  blink() {
    if (this.time - this.blinkStart > BLINK_CLOSE_S + BLINK_HOLD_S + BLINK_OPEN_S) this.blinkStart = this.time;
  }

  /**
   * @param {number} dt seconds since the last frame
   * @param {{speaking: boolean, listening: boolean, sleep: number, energy: number, mouth: number, engaged: boolean}} now
   *   sleep 0..1; energy around 1; mouth 0..1; engaged: looking at a person, so the gaze strays less
   */
  step(dt, now) {
    this.time += dt;
    const { out } = this;
    if (!this.still) {
      this.stepBlink(now);
      this.stepGaze(now);
      if (now.listening && this.time > this.nodNext) {
        if (this.nodNext > 0) this.nod(0.7);
        this.nodNext = this.time + this.between(NOD_EVERY_S);
      }
      if (!now.listening) this.nodNext = 0;
    }
    out.blink = (1 - now.sleep) * blinkAt(this.time - this.blinkStart);
    this.stepBody(dt, now);
    return out;
  }

  stepBlink(now) {
    if (now.speaking !== this.talked) {
      this.talked = now.speaking;
      if (this.chance() < BOUNDARY_BLINK_CHANCE) this.blinkNext = Math.min(this.blinkNext, this.time + 0.06);
    }
    if (this.time < this.blinkNext) return;
    this.blink();
    this.blinkNext = this.time + (this.chance() < DOUBLE_BLINK_CHANCE ? 0.34 : this.between(BLINK_EVERY_S));
  }

  stepGaze(now) {
    if (this.time > this.dartNext) {
      const reach = now.engaged ? 0.1 : 0.24;
      const home = this.chance() < 0.35;
      this.dart = home ? [0, 0] : [(this.chance() * 2 - 1) * reach, (this.chance() * 2 - 1) * reach * 0.6];
      this.dartNext = this.time + this.between(DART_EVERY_S);
      // Large darts come with a blink in people too.
      if (!now.engaged && Math.abs(this.dart[0] - this.out.gazeX) > 0.3) this.blink();
    }
    // A dart is nearly instant (30 ms); between darts the eye trembles and drifts a very little.
    const drift = 0.012 * Math.sin(this.time * 2.1);
    this.out.gazeX = lerp(this.out.gazeX, this.dart[0] * (1 - now.sleep) + drift, 0.42);
    this.out.gazeY = lerp(this.out.gazeY, this.dart[1] * (1 - now.sleep) + 0.01 * Math.sin(this.time * 1.7), 0.42);
  }

  stepBody(dt, now) {
    const { out, time: t } = this;
    const sway = this.still ? 0 : this.motion * now.energy;
    this.breathPhase += 2 * Math.PI * dt * lerp(BREATH_HZ, SLEEP_BREATH_HZ, now.sleep) * clamp(now.energy, 0.6, 1.6);
    out.breath = this.still ? 0 : this.motion * Math.sin(this.breathPhase) * (1 + now.sleep);
    // Speech moves the head too: quick to rise with loudness, slow to settle.
    this.emphasis = approach(this.emphasis, now.mouth, dt, now.mouth > this.emphasis ? 0.05 : 0.25);
    const nodAge = (t - this.nodStart) / NOD_S;
    // Two dips of the head, the second one smaller.
    const nod = nodAge < 1 ? (0.5 - 0.5 * Math.cos(4 * Math.PI * nodAge)) * (1 - 0.62 * nodAge) : 0;
    out.x = sway * (5.2 * Math.sin(t * 0.53) + 2.6 * Math.sin(t * 0.91 + 1) + 2 * this.emphasis * Math.sin(t * 2.3));
    out.y = sway * 2.6 * Math.sin(t * 0.67 + 2) - out.breath * (3 + 4 * now.sleep) - this.emphasis * 5 * this.motion + nod * 22 * this.nodDepth;
    out.roll = sway * (0.85 * Math.sin(t * 0.41 + 0.6) + 0.7 * this.emphasis * Math.sin(t * 1.7));
    out.sleep = this.still ? 0.12 : (out.sleep + dt * SLEEPERS_HZ) % 1;
  }
}
