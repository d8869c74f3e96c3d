/** @type {import("@sveltejs/vite-plugin-svelte").SvelteConfig} */
export default {
  compilerOptions: { runes: true },
  // Most warnings of the compiler are about accessibility, so a warning stops the build.
  onwarn(warning) {
    throw new Error(`${warning.filename}:${warning.start?.line}: ${warning.message} (${warning.code})`);
  },
};
