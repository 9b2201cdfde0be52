import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";

// Draws the product’s mark, a calendar leaf with a tick, at the sizes that Teams and Word ask for:
// node manifest/draw-icons.ts

type Colour = readonly [red: number, green: number, blue: number, opacity: number];
/** Whether a point of a 32 by 32 square is inside. */
type Shape = (x: number, y: number) => boolean;
interface Layer {
  readonly shape: Shape;
  readonly colour: Colour;
}

const green: Colour = [0x0f, 0x6c, 0x5c, 1];
const deepGreen: Colour = [0x0a, 0x4f, 0x44, 1];
const white: Colour = [255, 255, 255, 1];
const clear: Colour = [255, 255, 255, 0];

const samples = 8;

/** A rectangle with rounded corners. */
function leaf(left: number, top: number, right: number, bottom: number, radius: number): Shape {
  return (x, y) => {
    const across = Math.max(left + radius - x, 0, x - (right - radius));
    const down = Math.max(top + radius - y, 0, y - (bottom - radius));
    return Math.hypot(across, down) <= radius;
  };
}

/** A line through the points, with round ends. */
function stroke(points: readonly (readonly [number, number])[], width: number): Shape {
  return (x, y) =>
    points.slice(1).some(([toX, toY], index) => {
      const [fromX, fromY] = points[index] ?? [toX, toY];
      const length = (toX - fromX) ** 2 + (toY - fromY) ** 2;
      const along = Math.min(
        1,
        Math.max(0, ((x - fromX) * (toX - fromX) + (y - fromY) * (toY - fromY)) / length),
      );
      return Math.hypot(x - fromX - along * (toX - fromX), y - fromY - along * (toY - fromY)) <= width / 2;
    });
}

const both =
  (one: Shape, other: Shape): Shape =>
  (x, y) =>
    one(x, y) && other(x, y);
const not =
  (shape: Shape): Shape =>
  (x, y) =>
    !shape(x, y);
const above =
  (limit: number): Shape =>
  (_x, y) =>
    y < limit;
/** Makes a shape of the 32 by 32 square smaller, about its middle. */
const scaled =
  (shape: Shape, by: number): Shape =>
  (x, y) =>
    shape(16 + (x - 16) / by, 16 + (y - 16) / by);

const tick = (width: number) =>
  stroke(
    [
      [9.5, 20],
      [14, 24.2],
      [22.5, 15.5],
    ],
    width,
  );
const wholeLeaf = leaf(2, 4, 30, 30, 4);
const everywhere: Shape = () => true;

/** Draws layers, the last on top, as a PNG with transparency. @param size in pixels, square. */
function png(size: number, layers: readonly Layer[]): Buffer {
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      rows.set(pixel(size, column, row, layers), row * (1 + size * 4) + 1 + column * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8); // Eight bits a channel, colour with opacity.
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function pixel(size: number, column: number, row: number, layers: readonly Layer[]): number[] {
  let [red, green, blue, opacity] = [0, 0, 0, 0];
  for (let sample = 0; sample < samples * samples; sample++) {
    const x = ((column + ((sample % samples) + 0.5) / samples) / size) * 32;
    const y = ((row + (Math.floor(sample / samples) + 0.5) / samples) / size) * 32;
    const [r, g, b, a] = layers.findLast(({ shape }) => shape(x, y))?.colour ?? clear;
    red += r * a;
    green += g * a;
    blue += b * a;
    opacity += a;
  }
  if (opacity === 0) return [255, 255, 255, 0];
  return [
    ...[red, green, blue].map((sum) => Math.round(sum / opacity)),
    Math.round((opacity / samples ** 2) * 255),
  ];
}

/** @see https://www.w3.org/TR/png-3/#5Chunk-layout */
function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(content.length, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

const mark: readonly Layer[] = [
  { shape: wholeLeaf, colour: green },
  { shape: both(wholeLeaf, above(12)), colour: deepGreen },
  { shape: tick(3.4), colour: white },
];

// Teams shows the colour icon on a square it rounds itself: the leaf keeps to the middle, where it is never cut.
const onGreen: readonly Layer[] = [
  { shape: everywhere, colour: green },
  { shape: scaled(wholeLeaf, 0.62), colour: white },
  { shape: scaled(both(wholeLeaf, above(12)), 0.62), colour: [0xa8, 0xd8, 0xcc, 1] },
  { shape: scaled(tick(3.4), 0.62), colour: green },
];

const outline: readonly Layer[] = [
  { shape: both(wholeLeaf, not(leaf(4, 6, 28, 28, 2.2))), colour: white },
  { shape: both(wholeLeaf, (_x, y) => y >= 10 && y < 12), colour: white },
  {
    shape: stroke(
      [
        [10, 19.5],
        [14, 23.4],
        [21.5, 15.7],
      ],
      2.2,
    ),
    colour: white,
  },
];

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url));
writeFileSync(place("color.png"), png(192, onGreen));
writeFileSync(place("outline.png"), png(32, outline));
for (const size of [16, 32, 80]) {
  writeFileSync(place(`../addin/public/icons/mark-${size}.png`), png(size, mark));
}
