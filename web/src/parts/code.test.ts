import { describe, expect, it } from "vitest";
import { bare, spaced, tokenOf, workshopIn } from "./code";

describe("a join code", () => {
  it.each(["kx7m-2qrd", "KX7M 2QRD", " kx7m–2qrd ", "KX7M\u00a02QRD"])("typed as %j is the same code", (typed) => {
    expect(bare(typed)).toBe("KX7M2QRD");
  });
  it("is shown in two halves", () => {
    expect(spaced("KX7M-2QRD")).toBe("KX7M 2QRD");
  });
});

describe("a link", () => {
  it("carries its token after the hash", () => {
    expect(tokenOf("k=acj_abc")).toEqual({ letter: "k", token: "acj_abc" });
  });
  it.each(["", "k=", "x=abc", "main"])("without one of our tokens (%j) has none", (fragment) => {
    expect(tokenOf(fragment)).toBeUndefined();
  });
  it.each(["https://a.example/w/w123#f=x", "a.example/w/w123", "/w/w123/sign", " w123 "])(
    "%j names its workshop",
    (typed) => {
      expect(workshopIn(typed)).toBe("w123");
    },
  );
});
