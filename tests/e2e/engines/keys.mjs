// One set of key names for every driver, those of KeyboardEvent.key; a W3C driver wants code points.
const CODES = {
  Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C', Backspace: '\uE003', Delete: '\uE017', Space: ' ', ' ': ' ',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Home: '\uE011', End: '\uE010',
  PageUp: '\uE00E', PageDown: '\uE00F', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Meta: '\uE03D',
};

/** 'Shift+Tab' -> ['\uE008', '\uE004'] */
export function codesOf(chord) {
  return splitChord(chord).map((name) => {
    const code = CODES[name] ?? (name.length === 1 ? name : undefined);
    if (code === undefined) throw new Error(`unknown key ${name}`);
    return code;
  });
}

/** 'Shift+Tab' -> ['Shift', 'Tab']; '+' alone is the plus key. */
export function splitChord(chord) {
  return chord.length > 1 ? chord.split('+').map((name) => (name === 'Space' ? ' ' : name)) : [chord];
}
