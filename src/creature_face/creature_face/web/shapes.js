/**
 * Outlines of the face's parts as SVG path data. Pure geometry.
 *
 * Units: face units (an open eye is 200 high). y points down, as in SVG.
 */
import { clamp, lerp } from "./springs.js";

export const EYE_WIDTH = 92;
export const EYE_HEIGHT = 105;

const EYE_STEPS = 30;
const MOUTH_STEPS = 26;
const BROW_STEPS = 20;
const ROUNDNESS = 2.2;
/** How round the corners are where a lid crosses the eye's outline (units squared). */
const SOFTNESS = 150;
/** Cosine spacing puts the points where an outline turns fastest: at its ends. */
const spaced = (steps) => Float64Array.from({ length: steps + 1 }, (_, i) => -Math.cos((Math.PI * i) / steps));
const EYE_S = spaced(EYE_STEPS);
const MOUTH_S = spaced(MOUTH_STEPS);
const BROW_S = spaced(BROW_STEPS);
const EYE_ARC = EYE_S.map((s) => Math.pow(Math.max(0, 1 - Math.pow(Math.abs(s), ROUNDNESS)), 1 / ROUNDNESS));
const MOUTH_ARC = MOUTH_S.map((s) => Math.pow(Math.max(0, 1 - s * s), 0.62));

const softMax = (a, b) => (a + b + Math.sqrt((a - b) ** 2 + SOFTNESS)) / 2;
const softMin = (a, b) => (a + b - Math.sqrt((a - b) ** 2 + SOFTNESS)) / 2;

/**
 * Rounds to a tenth of a unit, which is under a pixel: a thousand times in a frame, so toFixed would be too slow, and what
 * has hardly moved need not be drawn again.
 */
export const tenth = (value) => Math.round(value * 10) / 10;

/** Joins points (x0, y0, x1, y1, ...) into path data. */
function line(points) {
  let path = "M";
  for (let i = 0; i < points.length; i += 2) path += `${i ? "L" : ""}${tenth(points[i])} ${tenth(points[i + 1])}`;
  return path;
}

/** A closed shape between two edges that both run from left to right. */
function between(over, under) {
  let back = "";
  for (let i = under.length - 2; i >= 0; i -= 2) back += `L${tenth(under[i])} ${tenth(under[i + 1])}`;
  return `${line(over)}${back}Z`;
}

/** The whole eyeball's outline, a little larger than the eye: what the lids cover. */
export function socketPath(factor) {
  const edge = (sign) => Array.from(EYE_S).flatMap((s, i) => [s * EYE_WIDTH * factor, sign * EYE_ARC[i] * EYE_HEIGHT * factor]);
  return between(edge(-1), edge(1));
}

/**
 * The part of an eye that the lids leave open.
 * @param {{upper: number, lower: number, tilt: number, arch: number, close: number}} lids upper, lower 0..1;
 *   tilt > 0 brings the inner end of the upper lid down; arch > 0 bows the lower lid up, as a smile does;
 *   close bows the line where the lids meet (> 0 hangs, < 0 arches)
 * @param {number} side -1 for the eye at the left of the picture, 1 for the right one
 * @returns {{open: string, lash: string, shade: string}} path data of the opening, of the upper lid's edge, and of its shadow
 */
export function eyePaths(lids, side) {
  const h = EYE_HEIGHT;
  const open = 1 - clamp(lids.upper, 0, 1);
  const [upper, lower, above, below, shadow] = [[], [], [], [], []];
  for (let i = 0; i <= EYE_STEPS; i++) {
    const s = EYE_S[i];
    const x = s * EYE_WIDTH;
    const bow = 1 - s * s;
    const meet = h * (0.3 + 0.3 * lids.close * bow);
    const lidTop = lerp(-1.12 * h, meet, lids.upper) - 0.1 * h * bow * open - lids.tilt * side * s * h * 0.5 * Math.min(1, open * 1.6);
    const lidLow = lerp(1.1 * h, meet, lids.lower) - lids.arch * h * 0.44 * (bow - 0.3) * (1 - clamp(lids.lower, 0, 1)) * Math.min(1, lids.lower * 5);
    let top = softMax(-EYE_ARC[i] * h, lidTop);
    let low = softMin(EYE_ARC[i] * h, lidLow);
    if (top > low) top = low = (top + low) / 2;
    // The lid's edge is full in the middle and runs out towards the corners; its shadow falls on the eyeball.
    const fine = Math.pow(Math.max(0, 1 - s ** 4), 0.8);
    upper.push(x, top);
    lower.push(x, low);
    above.push(x, top - fine * lerp(4.5, 3.2, open));
    below.push(x, top + fine * lerp(4.5, 1.6, open));
    shadow.push(x, top + EYE_ARC[i] * 21);
  }
  return { open: between(upper, lower), lash: between(above, below), shade: between(upper, shadow) };
}

/**
 * A brow: a soft stroke, full at the inner end and fine at the outer.
 * @param {number} bend how much it arches
 * @param {number} side -1 left in the picture, 1 right
 */
export function browPath(bend, side) {
  const over = [];
  const under = [];
  for (const s of BROW_S) {
    const x = side * s * 66;
    const y = -bend * 26 * (1 - (s - 0.16) ** 2);
    const half = lerp(11.5, 6.5, (s + 1) / 2) * Math.pow(Math.max(0, 1 - s ** 8), 0.5);
    over.push(x, y - half);
    under.push(x, y + half);
  }
  return between(over, under);
}

/**
 * The mouth.
 * @param {Record<string, number>} shape open 0..1; width, a factor; curve > 0 smiles; round 0..1 when open; skew, wave, teeth
 * @returns {{lips: string, teeth: string, half: number, top: number, bottom: number}} outlines; half width; the opening in the middle
 */
export function mouthPath({ open, width, curve, round: roundness, skew, wave, teeth }) {
  const round = roundness * Math.min(1, open * 2.5);
  const half = 84 * width * (1 - 0.16 * open * (1 - Math.max(0, curve) * 0.6));
  const flat = clamp(curve, 0, 1);
  const [over, under, bite] = [[], [], []];
  for (let i = 0; i <= MOUTH_STEPS; i++) {
    const s = MOUTH_S[i];
    const arc = lerp(MOUTH_ARC[i], Math.sqrt(Math.max(0, 1 - s * s)), round);
    const y = -curve * 36 * (s * s - 0.45) - skew * 11 * s + wave * 5.5 * Math.sin(s * 7.2) * (1 - s * s * 0.4);
    const top = y - arc * open * lerp(lerp(20, 4, flat), 46, round);
    over.push(s * half, top);
    under.push(s * half, y + arc * open * lerp(lerp(58, 78, flat), 58, round));
    bite.push(s * half, top + teeth * clamp(open * 40, 0, 19) * Math.min(1, arc * 1.25));
  }
  const middle = MOUTH_STEPS + 1;
  return { lips: between(over, under), teeth: between(over, bite), half, top: over[middle], bottom: under[middle] };
}
