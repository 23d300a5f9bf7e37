// A running demonstration: the real binary on a free port, with people who are invented.
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { test as base, expect } from "@playwright/test";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const binary = process.env.CAIRN_TEST_BIN || path.join(root, "target/debug/cairn");

/** Starts `cairn demo` and waits for the line that says it accepts connections. */
export async function startDemo(args = [], env = {}) {
  const child = spawn(binary, ["demo", "--port", "0", "--json", ...args], {
    env: { ...process.env, CAIRN_LOG: "warn", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const line = await new Promise((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
      if (text.includes("\n")) resolve(text.split("\n")[0]);
    });
    child.on("exit", (code) => reject(new Error(`cairn demo ended with ${code}`)));
    child.on("error", reject);
  });
  const demo = JSON.parse(line);
  const account = (login) => {
    const found = demo.accounts.find((a) => a.login === login);
    if (!found) throw new Error(`nobody signs in as ${login}`);
    return found;
  };
  return { ...demo, account, byRole: (role) => demo.accounts.find((a) => a.role === role), stop: () => child.kill("SIGTERM") };
}

/** A page on another site, where the quick exit leads. */
export async function startElsewhere() {
  const server = createServer((_, answer) => {
    answer.setHeader("content-type", "text/html");
    answer.end("<!doctype html><title>Weather</title><h1>Weather for today</h1>");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { url: `http://localhost:${server.address().port}/`, stop: () => server.close() };
}

/** Tests that get a demonstration of their own worker process. */
export const test = base.extend({
  elsewhere: [async ({}, use) => {
    const elsewhere = await startElsewhere();
    await use(elsewhere);
    elsewhere.stop();
  }, { scope: "worker" }],
  demo: [async ({ elsewhere }, use) => {
    const demo = await startDemo(["--seed", "7"], { CAIRN_LEAVE_TO: elsewhere.url });
    await use(demo);
    demo.stop();
  }, { scope: "worker" }],
});

export { expect };

/** Signs a browser context in as somebody of the demonstration. */
export async function signIn(page, account) {
  await page.goto(account.sign_in);
  await expect(page.locator("h1")).toBeVisible();
}

/** Takes a picture for people to look at. */
export async function picture(page, info, name) {
  await page.screenshot({ path: path.join(root, "e2e/screenshots", info.project.name.replaceAll(" ", "-"), `${name}.png`), fullPage: true, timeout: 40_000 });
}
