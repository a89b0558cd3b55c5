/**
 * Draws a pose as SVG.
 *
 * Only `transform` and path `d` change from frame to frame (a few opacities change now and then): what a browser redraws
 * most cheaply. Coordinates are face units around the middle of the face.
 */
import { EYE_HEIGHT, EYE_WIDTH, browPath, eyePaths, mouthPath, socketPath, tenth } from "./shapes.js";
import { clamp, lerp } from "./springs.js";

const IRIS = 66;
const GAZE_REACH = [27, 30];
const SLEEPERS = 3;

const GRADIENTS = `
  <radialGradient id="white" gradientUnits="userSpaceOnUse" cx="0" cy="14" r="112">
    <stop offset="0" stop-color="#fffaf0"/><stop offset=".62" stop-color="#fff1dc"/><stop offset="1" stop-color="#f0c9a0"/></radialGradient>
  <linearGradient id="iris" x1="0" y1="0" x2="0" y2="1">
    <stop offset="0" stop-color="#06222c"/><stop offset=".46" stop-color="#0d5763"/><stop offset=".8" stop-color="#25a9a6"/><stop offset="1" stop-color="#7ff0dc"/></linearGradient>
  <radialGradient id="iris-edge"><stop offset=".8" stop-color="#031319" stop-opacity="0"/><stop offset="1" stop-color="#031319" stop-opacity=".9"/></radialGradient>
  <radialGradient id="spark" cx=".5" cy=".82" r=".5"><stop offset="0" stop-color="#b9fff0" stop-opacity=".75"/><stop offset="1" stop-color="#7ff0dc" stop-opacity="0"/></radialGradient>
  <linearGradient id="lid" x1="0" y1="0" x2="0" y2="1">
    <stop offset="0" stop-color="#54384a"/><stop offset=".5" stop-color="#37263c"/><stop offset=".66" stop-color="#2a1d30" stop-opacity=".9"/><stop offset=".86" stop-color="#1d1425" stop-opacity="0"/></linearGradient>
  <linearGradient id="brow" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffcfa4"/><stop offset="1" stop-color="#e98f6b"/></linearGradient>
  <linearGradient id="lips" gradientUnits="userSpaceOnUse" x1="0" y1="-40" x2="0" y2="70"><stop offset="0" stop-color="#ffbf95"/><stop offset="1" stop-color="#ec8068"/></linearGradient>
  <radialGradient id="throat" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="110"><stop offset="0" stop-color="#3a0d1c"/><stop offset="1" stop-color="#5d1a2b"/></radialGradient>
  <radialGradient id="cheek"><stop offset="0" stop-color="#ff6f61" stop-opacity=".6"/><stop offset=".45" stop-color="#ff6f61" stop-opacity=".32"/><stop offset="1" stop-color="#ff6f61" stop-opacity="0"/></radialGradient>`;

const eyeMarkup = (name) => `
  <g id="eye-${name}">
    <path d="${socketPath(1.045)}" fill="url(#lid)"/>
    <clipPath id="clip-${name}"><path id="open-${name}"/></clipPath>
    <g clip-path="url(#clip-${name})">
      <ellipse rx="${EYE_WIDTH * 1.1}" ry="${EYE_HEIGHT * 1.1}" fill="url(#white)"/>
      <g id="iris-${name}">
        <circle r="${IRIS}" fill="url(#iris)"/><circle r="${IRIS}" fill="url(#iris-edge)"/><circle r="${IRIS * 0.97}" fill="url(#spark)"/>
        <circle id="pupil-${name}" r="39" fill="#02070b"/>
      </g>
      <g id="shine-${name}"><ellipse cx="-20" cy="-25" rx="16.5" ry="18.5" fill="#fff"/><circle cx="23" cy="24" r="7.5" fill="#fff" fill-opacity=".85"/></g>
      <path id="shade-${name}" fill="#3a1a2e" fill-opacity=".24"/>
    </g>
    <path id="lash-${name}" fill="#dd9c7a"/>
  </g>
  <path id="brow-${name}" fill="url(#brow)"/>`;

const MARKUP = `
  <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="The creature's face" preserveAspectRatio="xMidYMid meet">
  <defs>${GRADIENTS}</defs>
  <g id="head">
    <ellipse id="cheek-left" rx="62" ry="42" fill="url(#cheek)"/><ellipse id="cheek-right" rx="62" ry="42" fill="url(#cheek)"/>
    ${eyeMarkup("left")}${eyeMarkup("right")}
    <g id="mouth">
      <clipPath id="clip-mouth"><path id="mouth-open"/></clipPath>
      <g clip-path="url(#clip-mouth)">
        <rect x="-140" y="-90" width="280" height="220" fill="url(#throat)"/>
        <ellipse id="tongue" rx="58" ry="40" fill="#e8646b"/>
        <path id="teeth" fill="#fff3e2"/>
      </g>
      <path id="lips-line" fill="none" stroke="url(#lips)" stroke-width="12" stroke-linejoin="round" stroke-linecap="round"/>
    </g>
    <g id="sleepers" fill="none" stroke="#a9a3d6" stroke-width="7" stroke-linecap="round" stroke-linejoin="round">
      ${'<path d="M-13 -14H13L-13 14H13"/>'.repeat(SLEEPERS)}</g>
  </g></svg>`;

/** Where the parts sit, for a screen of some aspect: `tall` for a phone held upright, `wide` for one that lies. */
function layout(width, height) {
  const aspect = width / height;
  const tall = clamp((1 - aspect) / 0.45, 0, 1);
  const wide = clamp((aspect - 1.15) / 0.75, 0, 1);
  const mix = (square, upright, lying) => square + (upright - square) * tall + (lying - square) * wide;
  const place = {
    gap: mix(122, 114, 152), eyeY: mix(-48, -62, -34), eyeScale: mix(1, 1.06, 1.02),
    mouthY: mix(132, 176, 126), mouthScale: mix(1, 1.08, 1.06), cheekY: mix(84, 104, 84), cheekX: mix(182, 172, 226),
  };
  const across = 2 * (place.gap + EYE_WIDTH * place.eyeScale) + mix(96, 62, 150);
  const down = mix(520, 640, 504);
  place.unit = Math.min(width / across, height / down);
  place.middle = mix(-2, 18, -7);
  return place;
}

/** The face in the page. */
export class Face {
  /** @param {HTMLElement} stage where to draw; the face fills it and follows its size */
  constructor(stage) {
    stage.innerHTML = MARKUP;
    this.svg = stage.querySelector("svg");
    const part = (id) => this.svg.querySelector(`#${id}`);
    this.part = { head: part("head"), mouth: part("mouth"), open: part("mouth-open"), lips: part("lips-line"), tongue: part("tongue"), teeth: part("teeth") };
    this.sleepers = [...part("sleepers").children];
    this.eyes = [["left", -1], ["right", 1]].map(([name, side]) => {
      const parts = ["eye", "open", "iris", "pupil", "shine", "shade", "lash", "brow", "cheek"];
      return { side, ...Object.fromEntries(parts.map((key) => [key, part(`${key}-${name}`)])) };
    });
    this.shown = new Map();
    this.placed = new Map();
    new ResizeObserver(([entry]) => this.resize(entry.contentRect.width, entry.contentRect.height)).observe(stage);
    this.resize(stage.clientWidth || 1, stage.clientHeight || 1);
  }

  /** Fits the face into a stage of this many CSS pixels. */
  resize(width, height) {
    if (!width || !height) return;
    const place = (this.place = layout(width, height));
    const [w, h] = [width / place.unit, height / place.unit];
    this.svg.setAttribute("viewBox", `${-w / 2} ${place.middle - h / 2} ${w} ${h}`);
  }

  /**
   * Draws one frame.
   * @param {Record<string, number>} pose see poses.js
   * @param {{blink: number, x: number, y: number, roll: number, breath: number, gazeX: number, gazeY: number, sleep: number}} life
   *   small movements of the living; see life.js
   * @param {number} mouth 0..1, how open the voice makes the mouth
   * @param {number} talk 0..1, whether the creature is talking: the feeling's own open mouth makes room for the voice
   */
  draw(pose, life, mouth, talk) {
    const x = pose.headX * 22 + life.x;
    const y = -pose.headY * 22 + life.y;
    const grown = 1 + pose.lean * 0.03 + life.breath * 0.006;
    this.move(this.part.head, `translate(${x.toFixed(2)} ${y.toFixed(2)}) rotate(${(pose.headRoll + life.roll).toFixed(2)}) scale(${grown.toFixed(4)})`);
    for (const eye of this.eyes) this.drawEye(eye, pose, life, x, y);
    this.drawMouth(pose, life, mouth, talk, x, y);
    this.drawSleepers(pose.sleep, life.sleep);
  }

  drawEye(eye, pose, life, x, y) {
    const { side } = eye;
    const { gap, eyeY, eyeScale, cheekX, cheekY } = this.place;
    const blink = life.blink;
    const upper = pose.lidUpper - side * pose.lidSkew;
    const lids = {
      upper: lerp(upper, 1, blink), lower: lerp(pose.lidLower + pose.cheek * 0.06, 1, blink), tilt: pose.lidTilt, arch: pose.lidArch,
      close: pose.lidClose,
    };
    if (this.changed(eye.eye, lids)) this.outline(eye, eyePaths(lids, side));
    const scale = eyeScale * pose.eyeSize;
    this.move(eye.eye, `translate(${side * gap} ${eyeY}) scale(${scale.toFixed(3)} ${(scale * (1 - 0.03 * blink)).toFixed(3)})`);
    const gx = clamp(pose.gazeX + life.gazeX, -1, 1);
    const gy = clamp(pose.gazeY + life.gazeY, -1, 1);
    // Turning the eye flattens its iris a little; looking straight at one who stands near, both eyes turn inwards.
    const ix = gx * GAZE_REACH[0] - side * 5 + x * 0.12;
    const iy = -gy * GAZE_REACH[1] + 4 + y * 0.12;
    this.move(eye.iris, `translate(${tenth(ix)} ${tenth(iy)}) scale(${(pose.iris * (1 - 0.07 * gx * gx)).toFixed(3)} ${(pose.iris * (1 - 0.07 * gy * gy)).toFixed(3)})`);
    this.move(eye.pupil, `scale(${pose.pupil.toFixed(3)})`);
    this.move(eye.shine, `translate(${tenth(ix * 0.8)} ${tenth(iy * 0.8)}) scale(${pose.shine.toFixed(3)})`);
    const lift = pose.browY * 34 - side * pose.browSkew * 26 - blink * 5 - Math.max(0, upper) * 6;
    const tilt = pose.browTilt * -side * -17;
    if (this.changed(eye.brow, { bend: pose.browBend })) eye.brow.setAttribute("d", browPath(pose.browBend, side));
    this.move(eye.brow, `translate(${tenth(side * (gap + 4 - pose.browTilt * 6) + x * 0.1)} ${tenth(eyeY - 133 * eyeScale - lift + y * 0.15)}) rotate(${tenth(-tilt)})`);
    this.move(eye.cheek, `translate(${tenth(side * cheekX + x * 0.15)} ${tenth(cheekY - pose.cheek * 10 + y * 0.1)})`);
    this.fade(eye.cheek, pose.blush);
  }

  drawMouth(pose, life, mouth, talk, x, y) {
    const own = clamp(pose.mouthOpen, 0, 1) * (1 - 0.75 * talk);
    const open = clamp(own + mouth * (1 - 0.45 * own) * 0.82, 0, 1);
    // Talking pulls a wavering mouth straight.
    const shape = {
      open, width: pose.mouthWidth, curve: pose.mouthCurve, round: pose.mouthRound, skew: pose.mouthSkew, wave: pose.mouthWave * (1 - 0.7 * talk),
      teeth: pose.teeth,
    };
    if (this.changed(this.part.mouth, shape)) this.drawLips(shape);
    const { mouthY, mouthScale } = this.place;
    this.move(this.part.mouth, `translate(${tenth(x * 0.18 + pose.mouthSkew * 8)} ${tenth(mouthY + pose.mouthY * 30 + y * 0.18)}) scale(${mouthScale.toFixed(3)})`);
  }

  drawLips(shape) {
    const { lips, teeth, half, top, bottom } = mouthPath(shape);
    this.outline(this.part, { open: lips, lips, teeth });
    this.move(this.part.tongue, `translate(0 ${tenth(bottom + 40 - (bottom - top) * 0.35)}) scale(${clamp(half / 84, 0.5, 1.3).toFixed(3)} 1)`);
  }

  drawSleepers(sleep, phase) {
    this.sleepers.forEach((letter, i) => {
      const t = (phase + i / SLEEPERS) % 1;
      const size = sleep * Math.sin(Math.PI * t) * (0.55 + 0.75 * t);
      const x = this.place.gap + 34 + 74 * t + 9 * Math.sin(t * 9);
      this.move(letter, `translate(${x.toFixed(1)} ${(this.place.eyeY - 96 - 118 * t).toFixed(1)}) rotate(${(-10 + 18 * t).toFixed(1)}) scale(${Math.max(0, size).toFixed(3)})`);
    });
  }

  /** Whether what an outline is made of has changed since it was drawn; at rest most of a face need not be made again. */
  changed(element, shape) {
    const key = Object.values(shape).map((value) => Math.round(value * 500)).join();
    if (this.shown.get(element) === key) return false;
    this.shown.set(element, key);
    return true;
  }

  outline(parts, paths) {
    for (const key in paths) parts[key].setAttribute("d", paths[key]);
  }

  move(element, transform) {
    if (this.placed.get(element) === transform) return;
    this.placed.set(element, transform);
    element.setAttribute("transform", transform);
  }

  /** Sets an opacity, in steps of a fiftieth: it is the one thing drawn that is not a transform or a path. */
  fade(element, amount) {
    const step = Math.round(clamp(amount, 0, 1) * 50) / 50;
    if (this.shown.get(element) === step) return;
    this.shown.set(element, step);
    element.setAttribute("opacity", step);
  }
}
