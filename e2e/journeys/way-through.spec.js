// From "I would like support" to a first conversation: the main job, on a phone and on a desktop, with
// scripts and without. Every person is somebody new or of the invented programme.
import { test, expect, signIn, picture } from "../lib/demo.js";

const DRAFT = /requests? being written/;
const WAITING = /(person|people) waiting/;
const OFFERED = /ha(s|ve) offers/;
const PICKED = /worker’s answer/;
const RUNNING = /pairs? now/;
const PASSPHRASE = "quiet lamp over the harbour";

/** The figure of the coordinator's front page that leads there, and its number. */
async function figure(page, name) {
  await page.goto("/home");
  const text = await page.locator(".figure", { hasText: name }).first().locator(".figure-number").innerText();
  return Number(text.replace(/\D/g, ""));
}

test("from asking for support to a first conversation and a goal", async ({ browser, demo }, info) => {
  const scripts = info.project.use.javaScriptEnabled !== false;
  const device = () => browser.newContext({
    viewport: info.project.use.viewport, javaScriptEnabled: scripts, locale: "en", baseURL: demo.url,
  });
  const name = `Noor ${info.project.name.replaceAll(" ", "")}`;
  const cora = await (await device()).newPage();
  await signIn(cora, demo.byRole("coordinator"));
  const way = { demo, info, scripts, device, name, cora, drafts: await figure(cora, DRAFT) };
  await test.step("1. the front page", () => frontPage(way));
  await test.step("2. asking for support, interrupted in the middle", () => asking(way));
  await test.step("3. the coordinator finds people and lets the offers go out", () => coordinating(way));
  await test.step("4. the participant reads the offers and picks one", () => picking(way));
  await test.step("5. the worker reads what was told, and agrees", () => agreeing(way));
  await test.step("6. both write, and see each other's words", () => talking(way));
  await test.step("7. a goal in their own words, with two small steps", () => planning(way));
  await test.step("8. the counts are true, and every reading is there to be seen", () => looking(way));
});

async function enter(page, name) {
  await page.locator("input[name=login]").fill(name);
  await page.locator("input[name=passphrase]").fill(PASSPHRASE);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
}

async function frontPage(way) {
  const { device, info } = way;
  const page = await (await device()).newPage();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".line").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "I need help now" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Leave quickly" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  await picture(page, info, "1-front");
  await page.getByRole("main").getByRole("link", { name: "Ask for support" }).first().click();
  way.page = page;
}

async function asking(way) {
  const { device, info, name, cora, drafts, page } = way;
  await page.getByLabel("What shall we call you?").fill(name);
  await page.getByLabel("A passphrase").fill(PASSPHRASE);
  await picture(page, info, "2-begin");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL(/\/ask\/1/);
  expect(await figure(cora, DRAFT)).toBe(drafts + 1);
  const voices = page.locator("input[name=experience][value=anxiety]");
  await page.locator("details", { has: voices }).locator("summary").click();
  await voices.check({ force: true });
  await page.locator("select[name=weight-anxiety]").selectOption("5");
  await page.getByLabel("In your own words").fill("The nights are long.\nI would like to hear how others got through them.");
  await picture(page, info, "2-page-1");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page).toHaveURL(/\/ask\/2/);
  await page.context().close();

  const again = await (await device()).newPage();
  await again.goto("/sign-in");
  await enter(again, name);
  await again.goto("/ask/1");
  await expect(again.locator("input[name=experience][value=anxiety]")).toBeChecked();
  await expect(again.locator("textarea[name=story]")).toHaveValue(/The nights are long/);
  await through(again, info);
  await again.context().close();
  way.me = await (await device()).newPage();
  await way.me.goto("/sign-in?next=/offers");
  await enter(way.me, name);
}

async function coordinating(way) {
  const { info, name, cora } = way;
  const [waiting, offered] = [await figure(cora, WAITING), await figure(cora, OFFERED)];
  await cora.goto("/waiting");
  await picture(cora, info, "3-waiting");
  await cora.getByRole("link", { name }).first().click();
  await picture(cora, info, "3-one-person");
  await cora.locator("form[action$='/run'] button").first().click();
  await expect(cora.getByRole("main")).toBeVisible();
  await picture(cora, info, "3-proposed");
  await cora.locator("form[action$='/release'] button").first().click();
  expect(await figure(cora, WAITING)).toBe(waiting - 1);
  expect(await figure(cora, OFFERED)).toBe(offered + 1);
}

async function picking(way) {
  const { info, cora, me } = way;
  await me.goto("/offers");
  const offers = me.locator(".offer");
  const count = await offers.count();
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThanOrEqual(3);
  await expect(offers.first().locator(".reasons li").first()).toBeVisible();
  await picture(me, info, "4-offers");
  const worker = (await offers.first().locator(".person-name").innerText()).trim();
  await offers.first().getByRole("link").first().click();
  await expect(me.getByRole("heading", { level: 1 })).toContainText(worker);
  await picture(me, info, "4-profile");
  const picked = await figure(cora, PICKED);
  await me.locator("form[action$='/pick'] button").first().click();
  await me.goto("/offers");
  await expect(me.getByRole("main")).toContainText(worker);
  expect(await figure(cora, PICKED)).toBe(picked + 1);
  await picture(me, info, "4-picked");
  way.worker = worker;
}

async function agreeing(way) {
  const { demo, device, info, name, cora, worker } = way;
  const supporter = await (await device()).newPage();
  const account = demo.accounts.find((a) => a.role === "worker" && worker.toLowerCase().startsWith(a.login.toLowerCase()));
  expect(account, `an account for ${worker}`).toBeTruthy();
  await signIn(supporter, account);
  await supporter.goto("/requests");
  await supporter.getByRole("main").getByRole("link", { name }).first().click();
  await expect(supporter.getByRole("main")).toContainText(name);
  await expect(supporter.getByRole("main")).toContainText("I would rather write than talk");
  await picture(supporter, info, "5-request");
  const running = await figure(cora, RUNNING);
  await supporter.locator("form[action$='/agree'] button").first().click();
  expect(await figure(cora, RUNNING)).toBe(running + 1);
  way.supporter = supporter;
}

async function talking(way) {
  const { info, scripts, me, supporter } = way;
  await me.goto("/messages");
  if (!/\/messages\/[0-9a-f-]{36}/.test(me.url())) await me.getByRole("main").getByRole("link").first().click();
  const thread = new URL(me.url()).pathname;
  await supporter.goto(thread);
  const box = (p) => p.locator(".composer textarea");
  await box(me).fill("Hello. I am not sure how to begin.");
  await me.locator(".composer button[type=submit]").click();
  if (!scripts) await supporter.reload();
  await expect(supporter.locator("#thread")).toContainText("I am not sure how to begin");
  await box(supporter).fill("You just did. I am glad you are here.");
  await supporter.locator(".composer button[type=submit]").click();
  if (!scripts) await me.goto(thread);
  await expect(me.locator("#thread")).toContainText("You just did");
  for (const word of ["one", "two", "three"]) {
    await box(me).fill(`Thought ${word}`);
    await me.locator(".composer button[type=submit]").click();
    await expect(me.locator("#thread .msg", { hasText: `Thought ${word}` })).toHaveCount(1);
  }
  await picture(me, info, "6-conversation");
  await picture(supporter, info, "6-conversation-worker");
  const order = ["how to begin", "You just did", "Thought one", "Thought two", "Thought three"];
  for (const reader of [me, supporter]) {
    await reader.goto(thread);
    const texts = await reader.locator("#thread .msg .words").allInnerTexts();
    expect(texts.map((t) => order.findIndex((o) => t.includes(o)))).toEqual([0, 1, 2, 3, 4]);
  }
}

async function planning(way) {
  const { info, name, me, supporter } = way;
  await me.goto("/goals");
  await me.locator("textarea[name=title]").fill("Sleep in my own bed again");
  await me.locator("form[action='/goals'] input[name=step]").nth(0).fill("Put the lamp beside the bed");
  await me.locator("form[action='/goals'] input[name=step]").nth(1).fill("Lie down there for ten minutes");
  await me.locator("form[action='/goals'] button[type=submit]").click();
  await me.getByRole("button", { name: "Put the lamp beside the bed" }).click();
  await expect(me.locator(".step.done")).toHaveCount(1);
  await picture(me, info, "7-goals");
  await supporter.goto("/home");
  const row = supporter.locator("tr", { hasText: name });
  await row.locator("a[href$='/goals']").click();
  await expect(supporter.getByRole("main")).toContainText("Sleep in my own bed again");
  await expect(supporter.locator(".step.done")).toContainText("Put the lamp beside the bed");
  await picture(supporter, info, "7-goals-worker");
}

async function looking(way) {
  const { info, cora, drafts, me, worker } = way;
  expect(await figure(cora, DRAFT)).toBe(drafts);
  await picture(cora, info, "8-coordinator");
  await me.goto("/seen");
  const seen = await me.getByRole("main").innerText();
  expect(seen).toContain(worker);
  for (const what of [/goal/i, /conversation|messages/i, /answers|request/i]) expect(seen).toMatch(what);
  await picture(me, info, "8-seen");
}

/** Goes through the pages that are left, and sends. */
async function through(page, info) {
  await page.goto("/ask/2");
  await page.locator("input[name=kind][value=peer_worker]").check({ force: true });
  await picture(page, info, "2-page-2");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await page.locator("input[name=language][value=en]").check({ force: true });
  await picture(page, info, "2-page-3");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await page.locator("input[name=mode][value=chat]").check({ force: true });
  await picture(page, info, "2-page-4");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await picture(page, info, "2-page-5");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await page.locator("textarea").last().fill("I would rather write than talk at first.");
  await picture(page, info, "2-page-6");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await picture(page, info, "2-page-7");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page).toHaveURL(/\/ask\/check/);
  await picture(page, info, "2-check");
  await page.locator("button[value=send]").click();
  await expect(page).toHaveURL(/\/ask\/done/);
  await picture(page, info, "2-done");
}
