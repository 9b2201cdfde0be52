/** Symbols of Word’s two picture fonts that reports use, as characters that any font has. */
const wingdings: Readonly<Record<number, string>> = {
  74: "☺",
  108: "●",
  110: "■",
  113: "❑",
  118: "❖",
  167: "▪",
  168: "☐",
  216: "➢",
  223: "←",
  224: "→",
  225: "↑",
  226: "↓",
  232: "➔",
  240: "⇨",
  251: "✗",
  252: "✓",
  253: "☒",
  254: "☑",
};

const symbol: Readonly<Record<number, string>> = {
  163: "≤",
  172: "←",
  173: "↑",
  174: "→",
  175: "↓",
  176: "°",
  177: "±",
  179: "≥",
  180: "×",
  183: "•",
  184: "÷",
  185: "≠",
};

/**
 * The character for a `w:sym`; a box for a symbol that has none.
 * @param code hexadecimal, as Word writes it: `F0FC` (the font’s own code, moved to the private area).
 */
export function symbolLetter(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  if (!Number.isFinite(value)) return "□";
  const inFont = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  if (/^wingdings$/i.test(font)) return wingdings[inFont] ?? "□";
  if (/^symbol$/i.test(font))
    return symbol[inFont] ?? (inFont >= 0x20 && inFont < 0x3f ? String.fromCharCode(inFont) : "□");
  return value >= 0xe000 && value <= 0xf8ff ? "□" : String.fromCodePoint(value);
}
