/** The bridge's clock as seen from here, from pings and pongs. Units: ms. */

const KEPT = 8;

/** Offset between two clocks, taken from the exchange that took the least time: it was delayed least. */
export class BridgeClock {
  constructor() {
    this.exchanges = [];
    this.rough = null;
  }

  /** The greeting's clock: good to the network's delay, until the first pong. */
  greet(clock, now) {
    this.exchanges.length = 0;
    this.rough = clock - now;
  }

  /** A pong: sent at `sent` (page's clock), answered at `clock` (bridge's), received at `now`. */
  pong(sent, clock, now) {
    if (![sent, clock].every(Number.isFinite) || now < sent) return;
    this.exchanges.push({ trip: now - sent, offset: clock - (sent + now) / 2 });
    if (this.exchanges.length > KEPT) this.exchanges.shift();
  }

  /** Bridge's time to the page's; null as long as nothing is known. */
  toPage(clock) {
    const best = this.exchanges.reduce((a, b) => (a && a.trip <= b.trip ? a : b), null);
    const offset = best ? best.offset : this.rough;
    return offset === null || !Number.isFinite(clock) ? null : clock - offset;
  }
}
