import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PAIRS } from "./colours";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf-8");
const tokens = read("tokens.css");
const colours = read("colours.css");

type Values = Record<string, string>;

/** Custom properties of the first block after `selector`. */
function block(css: string, selector: string): Values {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) return {};
  const body = css.slice(css.indexOf("{", start), css.indexOf("}", start));
  return Object.fromEntries([...body.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name, value]) => [name, value]));
}

const base = { light: block(tokens, ":root"), dark: block(tokens, ':root[data-theme="dark"]') };

function values(side: "a" | "b", name: string, theme: "light" | "dark"): Values {
  const dark = theme === "dark" ? '[data-theme="dark"]' : "";
  return { ...base[theme], ...block(colours, `:root[data-${side}="${name}"]${dark}`) };
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string | undefined, other: string | undefined): number {
  const [light = 0, dark = 0] = [one, other].map((hex) => luminance(hex ?? "#000000")).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function lightness(hex: string | undefined): number {
  const y = luminance(hex ?? "#000000");
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (y * 24389) / 27;
}

describe.each(PAIRS)("the pair $id", (pair) => {
  describe.each(["light", "dark"] as const)("on %s", (theme) => {
    const a = values("a", pair.marketing, theme);
    const b = values("b", pair.sales, theme);

    it("has marks that stand out from the paper, the sheet and their tints (3:1)", () => {
      for (const ground of ["paper", "sheet", "sunk", "a-tint"])
        expect(contrast(a["a-mark"], a[ground])).toBeGreaterThan(3);
      for (const ground of ["paper", "sheet", "sunk", "b-tint"])
        expect(contrast(b["b-mark"], b[ground])).toBeGreaterThan(3);
    });

    it("has words that can be read everywhere they stand (4.5:1)", () => {
      for (const ground of ["paper", "sheet", "sunk", "a-tint"])
        expect(contrast(a["a-ink"], a[ground])).toBeGreaterThan(4.5);
      for (const ground of ["paper", "sheet", "sunk", "b-tint"])
        expect(contrast(b["b-ink"], b[ground])).toBeGreaterThan(4.5);
      expect(contrast(a.ink, a["a-tint"])).toBeGreaterThan(4.5);
      expect(contrast(b["ink-2"], b["b-tint"])).toBeGreaterThan(4.5);
    });

    it("differs in lightness too, so that a photocopy tells the teams apart (15 L*)", () => {
      expect(Math.abs(lightness(a["a-mark"]) - lightness(b["b-mark"]))).toBeGreaterThan(15);
    });
  });
});
