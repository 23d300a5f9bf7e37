// Journeys in a real browser, against the real binary with invented people.
import { defineConfig } from "@playwright/test";
import { chromium } from "./lib/browser.js";

const phone = { width: 360, height: 640 };
const desktop = { width: 1280, height: 800 };
const through = ["way-through.spec.js", "conversation.spec.js", "exclusions.spec.js", "offers.spec.js", "meetings.spec.js"];
const board = ["board.spec.js", "board-others.spec.js"];
const rest = ["leave.spec.js", "frame.spec.js", "keyboard.spec.js", "accessibility.spec.js"];

export default defineConfig({
  testDir: "journeys",
  outputDir: "test-results",
  timeout: 120_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  reporter: [["list"]],
  use: { ...chromium, actionTimeout: 10_000, locale: "en", screenshot: "only-on-failure" },
  projects: [
    { name: "phone", use: { viewport: phone }, testMatch: through },
    { name: "phone without scripts", use: { viewport: phone, javaScriptEnabled: false }, testMatch: through },
    { name: "desktop", use: { viewport: desktop }, testMatch: through },
    { name: "desktop without scripts", use: { viewport: desktop, javaScriptEnabled: false }, testMatch: through },
    { name: "board on a phone", use: { viewport: phone }, testMatch: board },
    { name: "board without scripts", use: { viewport: desktop, javaScriptEnabled: false }, testMatch: board },
    { name: "rest", use: { viewport: desktop }, testMatch: rest },
  ],
});
