/**
 * What every feeling looks like: one table of numbers, and how feelings and activities are mixed into one pose.
 *
 * Signs: y is "up is more" for brows, gaze and head; tilt is positive when the inner ends go down (a frown).
 * Lids are 0 (away) .. 1 (closed); sizes are factors around 1; everything else is around 0.
 */

/** A calm, awake, friendly face; every other pose lists only what differs. */
export const NEUTRAL = Object.freeze({
  browY: 0, browTilt: -0.06, browBend: 0.5, browSkew: 0,
  lidUpper: 0.2, lidLower: 0.06, lidTilt: -0.04, lidArch: 0.1, lidSkew: 0, lidClose: 0.35,
  eyeSize: 1, iris: 1, pupil: 1, shine: 1, gazeX: 0, gazeY: 0,
  mouthWidth: 0.9, mouthCurve: 0.42, mouthOpen: 0, mouthRound: 0, mouthSkew: 0, mouthWave: 0, mouthY: 0, teeth: 0,
  cheek: 0, blush: 0.16, headX: 0, headY: 0, headRoll: 0, lean: 0, energy: 1, sleep: 0,
});

/** The light of the room for each feeling, sRGB. */
const GLOW = {
  neutral: [84, 58, 44], happy: [124, 80, 34], sad: [26, 48, 88], angry: [124, 26, 22], scared: [58, 44, 104],
  surprised: [32, 92, 100], disgusted: [52, 78, 26], bored: [46, 46, 56], confused: [74, 50, 94], asleep: [20, 20, 40],
  amazed: [40, 86, 118], excited: [140, 72, 40], embarrassed: [124, 44, 62], tired: [44, 38, 52], disappointed: [40, 46, 70],
};

/** Pose of each named emotion at full intensity (differences from NEUTRAL). */
export const EMOTIONS = Object.freeze({
  neutral: {},
  happy: {
    browY: 0.45, browBend: 0.85, lidUpper: 0.08, lidLower: 0.42, lidArch: 1.0, lidClose: -0.6, pupil: 1.1, shine: 1.2,
    mouthWidth: 1.24, mouthCurve: 1.1, mouthOpen: 0.42, teeth: 1, mouthY: -0.15, cheek: 0.85, blush: 0.62, headRoll: 1.5, headY: 0.1, energy: 1.2,
  },
  sad: {
    browY: -0.05, browTilt: -0.95, browBend: 0.05, lidUpper: 0.36, lidTilt: -0.62, lidLower: 0.12, lidArch: 0.15, pupil: 1.16, shine: 1.25,
    gazeY: -0.3, mouthWidth: 0.74, mouthCurve: -0.72, mouthY: 0.1, blush: 0.06, headY: -0.5, headRoll: -2.5, energy: 0.55,
  },
  angry: {
    browY: -0.62, browTilt: 1.05, browBend: 0.1, lidUpper: 0.36, lidTilt: 0.85, lidLower: 0.2, lidArch: 0.25, pupil: 0.76, shine: 0.8,
    mouthWidth: 0.94, mouthCurve: -0.62, mouthY: 0, blush: 0.2, headY: -0.3, lean: 0.5, energy: 1.1,
  },
  scared: {
    browY: 0.55, browTilt: -0.8, browBend: 0.25, lidUpper: -0.04, lidLower: 0, lidTilt: -0.12, eyeSize: 1.08, iris: 0.8, pupil: 0.7, shine: 0.85,
    mouthWidth: 0.6, mouthCurve: -0.4, mouthOpen: 0.46, mouthRound: 0.35, mouthWave: 0.14, blush: 0, headY: -0.15, lean: -0.7, energy: 1.5,
  },
  surprised: {
    browY: 1.0, browBend: 1.05, browTilt: -0.1, lidUpper: -0.05, lidLower: -0.02, lidTilt: 0, eyeSize: 1.13, iris: 0.9, pupil: 0.9,
    mouthWidth: 0.5, mouthCurve: 0, mouthOpen: 0.62, mouthRound: 1, mouthY: 0.1, headY: 0.35, lean: -0.4, energy: 1.2,
  },
  disgusted: {
    browY: -0.42, browTilt: 0.55, browSkew: 0.4, browBend: 0.2, lidUpper: 0.42, lidLower: 0.34, lidTilt: 0.22, lidArch: 0.2, lidSkew: 0.05, pupil: 0.84,
    gazeX: -0.55, gazeY: -0.25, mouthWidth: 0.9, mouthCurve: -0.75, mouthSkew: 0.75, mouthWave: 0.5, blush: 0.02, headX: 0.35, headRoll: 3, lean: -0.4, energy: 0.8,
  },
  bored: {
    browY: -0.16, browTilt: -0.05, browBend: 0.12, browSkew: 0.2, lidUpper: 0.5, lidLower: 0.08, lidTilt: 0, pupil: 0.92, shine: 0.75,
    gazeX: 0.85, gazeY: 0.1, mouthWidth: 0.74, mouthCurve: -0.12, mouthSkew: -0.35, blush: 0.06, headRoll: 4, headY: -0.15, energy: 0.5,
  },
  confused: {
    browY: 0.22, browTilt: 0.12, browSkew: -0.85, browBend: 0.55, lidUpper: 0.16, lidLower: 0.12, lidSkew: -0.13, pupil: 0.95,
    gazeX: 0.16, gazeY: 0.16, mouthWidth: 0.72, mouthCurve: -0.1, mouthSkew: 0.4, mouthWave: 0.8, headRoll: -6, energy: 0.9,
  },
  asleep: {
    browY: -0.1, browTilt: -0.22, browBend: 0.6, lidUpper: 1, lidLower: 1, lidClose: 0.7, lidArch: 0, pupil: 0.9, shine: 0,
    mouthWidth: 0.5, mouthCurve: 0.35, mouthOpen: 0.07, mouthRound: 0.4, blush: 0.2, headY: -0.7, headRoll: 3.5, energy: 0.7, sleep: 1,
  },
  amazed: {
    browY: 0.85, browBend: 1.05, browTilt: -0.25, lidUpper: -0.05, lidLower: 0, lidArch: 0.25, eyeSize: 1.12, pupil: 1.24, shine: 1.5,
    mouthWidth: 0.84, mouthCurve: 0.75, mouthOpen: 0.56, mouthRound: 0.35, blush: 0.42, headY: 0.4, gazeY: 0.12, energy: 1.2,
  },
  excited: {
    browY: 0.75, browBend: 0.95, lidUpper: -0.02, lidLower: 0.3, lidArch: 0.9, lidClose: -0.6, eyeSize: 1.08, pupil: 1.2, shine: 1.45,
    mouthWidth: 1.3, mouthCurve: 1.15, mouthOpen: 0.66, teeth: 1, mouthY: -0.1, cheek: 0.6, blush: 0.6, headY: 0.3, lean: 0.5, energy: 1.9,
  },
  embarrassed: {
    browY: 0.2, browTilt: -0.7, browBend: 0.35, lidUpper: 0.34, lidLower: 0.24, lidTilt: -0.3, lidArch: 0.5, pupil: 1.05,
    gazeX: -0.85, gazeY: -0.6, mouthWidth: 0.66, mouthCurve: 0.3, mouthWave: 0.7, mouthSkew: 0.25, cheek: 0.4, blush: 1.05, headY: -0.45, headX: -0.3, headRoll: -4, energy: 0.8,
  },
  // Less than sad: the corners of the mouth press outwards, the brows sink, the look drops aside.
  disappointed: {
    browY: -0.3, browTilt: -0.5, browBend: 0.2, lidUpper: 0.48, lidTilt: -0.26, lidLower: 0.14, lidArch: 0.1, pupil: 0.98, shine: 0.9,
    gazeX: -0.42, gazeY: -0.5, mouthWidth: 1.0, mouthCurve: -0.5, mouthSkew: 0.5, mouthY: 0.05, blush: 0.05, headX: -0.12, headY: -0.5, headRoll: 3, energy: 0.6,
  },
  tired: {
    browY: -0.1, browTilt: -0.42, browBend: 0.2, lidUpper: 0.6, lidLower: 0.16, lidTilt: -0.3, pupil: 0.96, shine: 0.7,
    gazeY: -0.22, mouthWidth: 0.66, mouthCurve: -0.16, mouthOpen: 0.06, blush: 0.06, headY: -0.5, headRoll: 2.5, energy: 0.4,
  },
});

/** The other names of hri_msgs/Expression: each shows the pose nearest to it. */
const NEAREST = Object.freeze({
  annoyed: "angry", furious: "angry", despaired: "sad", guilty: "embarrassed", horrified: "scared", pleading: "sad", rejected: "disappointed",
  skeptical: "confused", suspicious: "confused", vulnerable: "sad",
});

/** The pose that shows an emotion of this name: its own, the one nearest to it, or the neutral one. */
export function poseFor(name) {
  if (Object.hasOwn(EMOTIONS, name)) return name;
  return Object.hasOwn(NEAREST, name) ? NEAREST[name] : "neutral";
}

/** What an activity adds to whatever is felt. */
const ACTIVITIES = Object.freeze({
  listening: { browY: 0.24, lidUpper: -0.06, pupil: 0.08, headRoll: 3.2, lean: 0.35, gazeY: 0.02 },
  thinking: {
    browY: 0.28, browSkew: -0.42, browTilt: 0.12, lidUpper: 0.07, lidLower: 0.1, gazeX: 0.62, gazeY: 0.66,
    mouthWidth: -0.24, mouthCurve: -0.22, mouthSkew: 0.4, headRoll: -3.2, headX: 0.22, headY: 0.22,
  },
  speaking: { browY: 0.1, lidUpper: -0.02, lean: 0.12 },
  working: { browY: -0.12, browTilt: 0.16, lidUpper: 0.07, lidLower: 0.08, gazeY: -0.42, headY: -0.3, mouthWidth: -0.12, mouthCurve: -0.12 },
  drowsy: { lidUpper: 0.42, browY: -0.1, headY: -0.3, headRoll: 2 },
});

/**
 * Mixes feeling, activity and the continuous affect point into one pose.
 * @param {{emotion: string, intensity: number, valence: number, arousal: number}} mood intensity 0..1, others -1..1
 * @param {Record<string, number>} activities weight 0..1 of each key of ACTIVITIES
 * @returns {Record<string, number>} a full pose
 */
export function mixPose(mood, activities) {
  const feeling = EMOTIONS[mood.emotion] ?? {};
  const pose = { ...NEUTRAL };
  // A faint feeling should still be legible from across a room, so half the intensity shows as nearly two thirds.
  const strength = Math.pow(mood.intensity, 0.7);
  for (const key in feeling) pose[key] += (feeling[key] - NEUTRAL[key]) * strength;
  const awake = 1 - pose.sleep;
  for (const name in activities) {
    const delta = ACTIVITIES[name];
    for (const key in delta) pose[key] += delta[key] * activities[name] * awake;
  }
  pose.lidUpper -= 0.05 * mood.arousal * awake;
  pose.browY += 0.08 * mood.arousal * awake;
  pose.mouthCurve += 0.1 * mood.valence * awake;
  pose.energy *= 1 + 0.3 * mood.arousal;
  return pose;
}

/**
 * Light of the room: the feeling's colour, warmer with valence, brighter with arousal.
 * @returns {string} a CSS colour
 */
export function glowColour(mood) {
  const to = GLOW[mood.emotion] ?? GLOW.neutral;
  const light = 1 + 0.18 * mood.arousal;
  const warmth = [10 * mood.valence, 4 * mood.valence, -8 * mood.valence];
  const channel = (i) => Math.round(Math.min(255, Math.max(0, (GLOW.neutral[i] + (to[i] - GLOW.neutral[i]) * mood.intensity + warmth[i]) * light)));
  return `rgb(${channel(0)} ${channel(1)} ${channel(2)})`;
}
