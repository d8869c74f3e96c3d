import { describe, expect, it } from "vitest";
import { routeOf } from "./route";

describe("an address", () => {
  it.each([
    ["/", { screen: "home" }],
    ["/new", { screen: "setup" }],
    ["/new/agenda", { screen: "adapt" }],
    ["/new/else", { screen: "lost" }],
    ["/j", { screen: "join" }],
    ["/verify", { screen: "verify" }],
    ["/verify/x", { screen: "lost" }],
    ["/w/w1", { screen: "room", workshop: "w1" }],
    ["/w/w1/", { screen: "room", workshop: "w1" }],
    ["/w/w1/projector", { screen: "projector", workshop: "w1" }],
    ["/w/w1/sign", { screen: "sign", workshop: "w1" }],
    ["/w/w1/scorecard", { screen: "scorecard", workshop: "w1" }],
    ["/w/w1/board/s2", { screen: "board", workshop: "w1", step: "s2" }],
    ["/w/w1/wall", { screen: "wall", of: "w1", seat: true }],
    ["/w/w1/wall/x", { screen: "lost" }],
    ["/s/w1", { screen: "shared", of: "w1" }],
    ["/s/w1/wall", { screen: "wall", of: "w1", seat: false }],
    ["/s", { screen: "lost" }],
    ["/s/w1/sign", { screen: "lost" }],
    ["/s/w1/wall/x", { screen: "lost" }],
    ["/w", { screen: "lost" }],
    ["/w/w1/else", { screen: "lost" }],
    ["/w/w1/sign/more", { screen: "lost" }],
    ["/w/w1/board/s/x/y", { screen: "lost" }],
    ["/%E0%A4%A/x", { screen: "lost" }],
  ])("%s shows its screen", (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });
});
