import { defineConfig } from "vitest/config";

/** Tests of the built site: they need the reports of the demo and of the real study, which their setup builds where they are not fresh. */
const site = ["tests/browser/**/*.test.ts", "tests/site/**/*.test.ts"];

export default defineConfig({
  test: {
    // Two test files at a time: the site and browser tests each keep a core busy.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: site,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: "site",
          include: site,
          globalSetup: ["tests/site/build-studies.ts"],
          testTimeout: 900_000,
          hookTimeout: 1_200_000,
        },
      },
    ],
  },
});
