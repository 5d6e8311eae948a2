import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Rgb = readonly [number, number, number];
type Theme = 'light' | 'dark';
const themes: Theme[] = ['light', 'dark'];

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const tokens = new Map<string, Record<Theme, Rgb>>();
for (const [, name = '', light = '', dark = ''] of css.matchAll(
  /--color-([\w-]+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\)/g,
)) {
  tokens.set(name, { light: linearRgb(light), dark: linearRgb(dark) });
}

/** OKLCH to linear sRGB, clipped to the gamut as a browser without P3 does. */
function linearRgb(oklch: string): Rgb {
  const [l = 0, c = 0, h = 0] = oklch.split(/[\s/]+/).map(Number);
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const [long, medium, short] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ] as const;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

function token(name: string, theme: Theme): Rgb {
  const found = tokens.get(name);
  if (!found) throw new Error(`No token ${name}`);
  return found[theme];
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2 contrast ratio. */
function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Full dichromacy, Viénot 1999, on linear RGB. */
const SIGHTS: Record<string, (rgb: Rgb) => Rgb> = {
  'full colour': (rgb) => rgb,
  protanopia: ([r, g, b]) => {
    const mixed = 0.11238 * r + 0.88762 * g;
    return [mixed, mixed, 0.00401 * r - 0.00401 * g + b];
  },
  deuteranopia: ([r, g, b]) => {
    const mixed = 0.29275 * r + 0.70725 * g;
    return [mixed, mixed, -0.02234 * r + 0.02234 * g + b];
  },
  achromatopsia: (rgb) => {
    const grey = luminance(rgb);
    return [grey, grey, grey];
  },
};

/** Distance in OKLab; about 0.02 is just noticeable side by side. */
function distance(one: Rgb, other: Rgb): number {
  const [l1, a1, b1] = oklab(one);
  const [l2, a2, b2] = oklab(other);
  return Math.hypot(l1 - l2, a1 - a2, b1 - b2);
}

function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const planes = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'selected'];
const judgements = ['accent', 'positive', 'caution', 'critical', 'info'];
const steps = [1, 2, 3, 4, 5, 6, 7].map((n) => `step-${n}`);

test('every colour of the theme is read, so that none escapes', () => {
  const declared = [...css.matchAll(/--color-([\w-]+): light-dark/g)].map(([, name]) => name);
  expect(declared.length).toBeGreaterThan(30);
  expect([...tokens.keys()].sort()).toEqual([...declared].sort());
});

describe.each(themes)('in the %s theme', (theme) => {
  const ratio = (front: string, back: string) => contrast(token(front, theme), token(back, theme));

  test('words reach AA on every plane', () => {
    const weak = ['text', 'muted', 'faint'].flatMap((front) =>
      planes.filter((back) => ratio(front, back) < 4.5).map((back) => `${front} on ${back}`),
    );
    expect(weak).toEqual([]);
  });

  test('body text reaches AAA', () => {
    for (const back of planes) expect(ratio('text', back)).toBeGreaterThanOrEqual(7);
  });

  test('judgements reach AA as words, on their wash and on every plane', () => {
    const weak = judgements.flatMap((front) =>
      [...planes, `${front}-soft`]
        .filter((back) => ratio(front, back) < 4.5)
        .map((back) => `${front} on ${back} ${ratio(front, back).toFixed(2)}`),
    );
    expect(weak).toEqual([]);
  });

  test('body text reaches AA on every wash, and neutral badges on the hairline colour', () => {
    for (const front of judgements) {
      expect(ratio('text', `${front}-soft`)).toBeGreaterThanOrEqual(4.5);
    }
    expect(ratio('muted', 'line')).toBeGreaterThanOrEqual(4.5);
  });

  test('words upon solid colours reach AA', () => {
    for (const back of ['accent', 'accent-strong', 'critical']) {
      expect(ratio('on-accent', back)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('the edge of a control and the focus ring stand out 3:1', () => {
    const weak = ['edge', 'focus'].flatMap((front) =>
      ['canvas', 'surface', 'raised', 'sunken', 'hover']
        .filter((back) => ratio(front, back) < 3)
        .map((back) => `${front} on ${back} ${ratio(front, back).toFixed(2)}`),
    );
    expect(weak).toEqual([]);
  });

  test('each step stands out 3:1 from the planes it is drawn on', () => {
    const weak = steps.flatMap((front) =>
      ['canvas', 'surface', 'raised']
        .filter((back) => ratio(front, back) < 3)
        .map((back) => `${front} on ${back} ${ratio(front, back).toFixed(2)}`),
    );
    expect(weak).toEqual([]);
  });

  test.each(Object.keys(SIGHTS))('steps stay apart and in order under %s', (sight) => {
    const see = SIGHTS[sight] ?? ((rgb: Rgb) => rgb);
    const seen = steps.map((step) => see(token(step, theme)));
    const lightness = seen.map((rgb) => oklab(rgb)[0]);
    const ordered = [...lightness].sort((x, y) => (theme === 'light' ? y - x : x - y));
    expect(lightness).toEqual(ordered);
    for (let at = 1; at < seen.length; at += 1) {
      const [before, here] = [seen[at - 1], seen[at]];
      if (!before || !here) throw new Error('seven steps');
      expect(distance(before, here), `step ${at} and ${at + 1}`).toBeGreaterThan(0.04);
    }
  });
});
