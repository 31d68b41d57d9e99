import { lab, rgb } from "d3";

export type Rgb = readonly [red: number, green: number, blue: number];

/** Channels of a `#rrggbb`, 0 to 255. */
export function channels(colour: string): Rgb {
  const { r, g, b } = rgb(colour);
  return [r, g, b];
}

/** sRGB to linear light, 0 to 255 to 0 to 1 (IEC 61966-2-1). */
function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Linear light to sRGB, out of gamut cut. */
function encoded(value: number): number {
  const cut = Math.min(1, Math.max(0, value));
  return 255 * (cut <= 0.0031308 ? cut * 12.92 : 1.055 * cut ** (1 / 2.4) - 0.055);
}

/** WCAG 2.2, relative luminance. */
export function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map(linear) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, contrast ratio, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** What the eye gets of a colour drawn with an opacity over a ground. */
export function over(colour: Rgb, ground: Rgb, opacity: number): Rgb {
  return colour.map((channel, at) => channel * opacity + ground[at]! * (1 - opacity)) as unknown as Rgb;
}

export const visions = ["protanopia", "deuteranopia", "tritanopia"] as const;
export type Vision = (typeof visions)[number];

/** Machado, Oliveira & Fernandes (2009), table 1, severity 1, on linear light. */
const machado: Readonly<Record<Vision, readonly Rgb[]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** A colour as it is seen without one kind of cone. */
export function seen(colour: Rgb, vision: Vision): Rgb {
  const light = colour.map(linear);
  return machado[vision].map((row) =>
    encoded(row.reduce((sum, weight, at) => sum + weight * light[at]!, 0)),
  ) as unknown as Rgb;
}

export type Lab = readonly [l: number, a: number, b: number];

/** CIELAB of an sRGB colour. */
export function labOf([r, g, b]: Rgb): Lab {
  const { l, a, b: blue } = lab(rgb(r, g, b));
  return [l, a, blue];
}

const degree = Math.PI / 180;

/** CIEDE2000 (Sharma, Wu & Dalal 2005), all weights 1: 1 is just to be told in a laboratory. */
export function difference([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const seventh = (c: number) => Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  const grey = 1 + 0.5 * (1 - seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const [c1, c2] = [Math.hypot(grey * a1, b1), Math.hypot(grey * a2, b2)];
  const hue = (a: number, b: number) => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / degree + 360) % 360);
  const [h1, h2] = [hue(grey * a1, b1), hue(grey * a2, b2)];
  const isGrey = c1 * c2 === 0;
  let turn = isGrey ? 0 : h2 - h1;
  if (turn > 180) turn -= 360;
  if (turn < -180) turn += 360;
  let middle = h1 + h2;
  if (!isGrey) middle = (Math.abs(h1 - h2) <= 180 ? middle : middle < 360 ? middle + 360 : middle - 360) / 2;
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const t =
    1 -
    0.17 * Math.cos((middle - 30) * degree) +
    0.24 * Math.cos(2 * middle * degree) +
    0.32 * Math.cos((3 * middle + 6) * degree) -
    0.2 * Math.cos((4 * middle - 63) * degree);
  const byLight = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const byChroma = (c2 - c1) / (1 + 0.045 * c);
  const byHue = (2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * degree)) / (1 + 0.015 * c * t);
  const rotation = -2 * seventh(c) * Math.sin(60 * degree * Math.exp(-(((middle - 275) / 25) ** 2)));
  return Math.sqrt(byLight ** 2 + byChroma ** 2 + byHue ** 2 + rotation * byChroma * byHue);
}
