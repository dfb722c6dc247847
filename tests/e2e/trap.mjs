// A stop in the middle of the program, as a panic is one in the release: what the browser does for it is made to trap.

/** Loads the page's half: `arm(what, nth)` has the nth call that the program makes there trap, `traps` tells when. */
export const armed = (page) => page.eval(() => {
  // A module of one function that traps.
  const { t } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11))).exports;
  const places = {
    // Chance is asked whenever something is done. Nothing catches what it throws, so the program ends there.
    act: [Math, 'random'],
    // The program takes an attribute that cannot be set for a panic of its own.
    draw: [Element.prototype, 'setAttribute'],
  };
  const told = globalThis.__stops = { traps: [], codes: [] };
  addEventListener('mr-error', (event) => { told.codes.push(event.detail.code); });
  globalThis.__arm = (what, nth = 1) => {
    const [owner, name] = places[what];
    const real = owner[name];
    let calls = 0;
    owner[name] = function (...words) {
      calls += 1;
      if (calls === nth) {
        owner[name] = real;
        told.traps.push(performance.now());
        t();
      }
      return real.apply(this, words);
    };
  };
  return true;
});

export const arm = (page, what, nth) => page.eval((what, nth) => { __arm(what, nth); }, what, nth ?? 1);

/** How often the program was made to stop, and the codes the page was told. */
export const stops = (page) => page.eval(() => ({ traps: __stops.traps.length, codes: __stops.codes }));
