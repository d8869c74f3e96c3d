import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

const server = process.env.ACCORD_SERVER ?? "http://127.0.0.1:8000";

export default defineConfig({
  base: "/",
  plugins: [svelte()],
  // One folder of words serves the browser, the messages of the server and the printed document.
  resolve: { alias: { "@words": fileURLToPath(new URL("../server/accord/words", import.meta.url)) } },
  build: {
    target: "es2022",
    // The page allows no inline script, style or data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    // The fonts lie in exports/, because the printed document uses the same files.
    fs: { allow: [".."] },
    proxy: {
      "/ws": { target: server, ws: true },
      "/api": { target: server },
    },
  },
  test: {
    include: ["src/**/*.test.ts"],
    passWithNoTests: true,
  },
});
