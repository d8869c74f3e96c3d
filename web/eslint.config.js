import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const noStyleAttributes = {
  selector: "SvelteAttribute[key.name='style']",
  message: "The page's policy refuses style attributes: use a class, or the directive style:name={value}.",
};

export default ts.config(
  { ignores: ["dist", "node_modules"] },
  js.configs.recommended,
  ts.configs.strict,
  ts.configs.stylistic,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // TypeScript finds these itself, and knows more names.
      "no-undef": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": "error",
      eqeqeq: "error",
      "svelte/no-at-html-tags": "error",
      "svelte/require-each-key": "error",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig } },
    rules: { "no-restricted-syntax": ["error", noStyleAttributes] },
  },
  {
    files: ["**/*.test.ts"],
    // A test that meets null should fail right there.
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    files: ["src/sync/**/*.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: ["svelte", "svelte/*", "*.svelte", "*.svelte.ts"] }] },
  },
);
