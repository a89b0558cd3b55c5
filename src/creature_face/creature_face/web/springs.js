/** Smooth motion: critically damped springs, one for each number of a pose. Units: seconds, radians per second. */

const DEFAULT_RATE = 13;

/** How quickly a number follows; the eyes lead, the head and the colour come after, as in living things. */
const RATES = {
  lidUpper: 19, lidLower: 17, lidTilt: 17, pupil: 9, shine: 9, gazeX: 34, gazeY: 34, eyeSize: 18, browY: 17, browTilt: 16, browSkew: 13,
  headX: 7, headY: 7, headRoll: 6, lean: 6, blush: 4, energy: 3, sleep: 5,
};

/** A set of springs that follow a target pose. */
export class Springs {
  /** @param {Record<string, number>} start where every number begins, at rest */
  constructor(start) {
    this.value = { ...start };
    this.speed = Object.fromEntries(Object.keys(start).map((key) => [key, 0]));
  }

  /**
   * Moves every number towards the target; exact for any step, so a slow frame never overshoots.
   * @param {Record<string, number>} target
   * @param {number} dt seconds since the last call
   * @returns {Record<string, number>} the moving pose (the same object each time)
   */
  follow(target, dt) {
    for (const key in this.value) {
      const rate = RATES[key] ?? DEFAULT_RATE;
      const decay = Math.exp(-rate * dt);
      const offset = this.value[key] - target[key];
      const drift = this.speed[key] + rate * offset;
      this.value[key] = target[key] + (offset + drift * dt) * decay;
      this.speed[key] = (this.speed[key] - rate * drift * dt) * decay;
    }
    return this.value;
  }
}

/** One step of exponential smoothing. @param {number} tau time constant in seconds */
export function approach(value, target, dt, tau) {
  return target + (value - target) * Math.exp(-dt / tau);
}

export const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
export const lerp = (from, to, amount) => from + (to - from) * amount;
