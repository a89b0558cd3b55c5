/**
 * What the microphone hears, cut into frames of the wire: 4-byte index, then 1920 samples of 16-bit PCM at 24 kHz.
 *
 * Runs on the audio thread; each frame's buffer is handed over, not copied.
 */

const RATE_HZ = 24000;
const FRAME_SAMPLES = 1920;
const HEADER_BYTES = 4;

class Mic extends AudioWorkletProcessor {
  constructor() {
    super();
    this.resampler = new globalThis.Resampler(sampleRate, RATE_HZ);
    this.index = 0;
    this.begin();
    this.running = true;
    this.port.onmessage = () => (this.running = false);
  }

  begin() {
    this.frame = new DataView(new ArrayBuffer(HEADER_BYTES + 2 * FRAME_SAMPLES));
    this.frame.setUint32(0, this.index, true);
    this.filled = 0;
  }

  process(inputs) {
    const channel = inputs[0]?.[0];
    if (!channel) return this.running;
    for (const sample of this.resampler.push(channel)) {
      const whole = Math.max(-32768, Math.min(32767, Math.round(sample * 32767)));
      this.frame.setInt16(HEADER_BYTES + 2 * this.filled, whole, true);
      this.filled += 1;
      if (this.filled === FRAME_SAMPLES) this.hand();
    }
    return this.running;
  }

  hand() {
    this.port.postMessage(this.frame.buffer, [this.frame.buffer]);
    this.index = (this.index + 1) >>> 0;
    this.begin();
  }
}

registerProcessor("mic", Mic);
