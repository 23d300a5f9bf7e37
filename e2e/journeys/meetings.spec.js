// A first meeting that was not the right fit and then another worker; and a change of worker with what
// is handed over, approved by the person it is about.
import { test as base, expect, signIn, picture, startDemo } from "../lib/demo.js";

/** What happens here moves people for good, so each journey has a demonstration of its own. */
const test = base.extend({
  own: async ({}, use) => {
    const own = await startDemo(["--seed", "7"]);
    await use(own);
    own.stop();
  },
});

/** A way to open pages for people of the demonstration. */
function entrance(browser, demo, info) {
  return async (account) => {
    const context = await browser.newContext({
      viewport: info.project.use.viewport, javaScriptEnabled: info.project.use.javaScriptEnabled !== false,
      locale: "en", baseURL: demo.url,
    });
    const page = await context.newPage();
    await signIn(page, account);
    page.called = await page.locator(".who bdi").innerText().catch(() => "");
    return page;
  };
}

const byName = (demo, name) => demo.accounts.find((a) => a.role === "worker" && a.login === name.toLowerCase());
const main = (page) => page.getByRole("main");

/** The person picks the first who is offered, and that worker says yes. Answers with the worker's page. */
async function agree(demo, open, me) {
  await me.goto("/offers");
  const offer = me.locator(".offer").first();
  const worker = (await offer.locator(".person-name").innerText()).trim();
  await offer.getByRole("link").first().click();
  await me.locator("form[action$='/pick'] button").first().click();
  const page = await open(byName(demo, worker));
  await page.goto("/requests");
  await main(page).getByRole("link", { name: me.called }).first().click();
  await page.locator("form[action$='/agree'] button").first().click();
  await expect(page).toHaveURL(/\/messages\/[0-9a-f-]{36}/);
  return page;
}

/** The coordinator looks for people for one person, and lets the offers go out. */
async function offered(cora, name, info, shot) {
  await cora.goto("/waiting");
  await main(cora).getByRole("link", { name, exact: true }).click();
  await picture(cora, info, shot);
  await cora.locator("form[action$='/run'] button").first().click();
  await cora.locator("form[action$='/release'] button").first().click();
}

async function say(page, words) {
  await page.getByLabel("Your message").fill(words);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.locator("#thread .words", { hasText: words })).toHaveCount(1);
}

test("a first meeting, not the right fit, and another worker", async ({ browser, own }, info) => {
  const open = entrance(browser, own, info);
  const cora = await open(own.byRole("coordinator"));
  // Somebody who has offers chooses, and meets.
  const me = await open(own.account("mei"));
  const first = await agree(own, open, me);
  const thread = new URL(first.url()).pathname;
  await me.goto("/home");
  await picture(me, info, "meeting-home");
  await main(me).getByRole("link", { name: `Your first meeting with ${first.called}` }).first().click();
  await expect(main(me)).toContainText("A few things that help");
  await picture(me, info, "meeting-guide");
  const page = new URL(me.url()).pathname;
  await first.goto(page);
  await expect(main(first)).toContainText("A few things that help");
  await picture(first, info, "meeting-guide-worker");
  // The worker would like to go on; nobody else can tell.
  await first.locator("input[name=answer][value=yes]").check({ force: true });
  await first.getByRole("button", { name: "Save my answer" }).click();
  await expect(first.getByRole("status").first()).toContainText("for you alone");
  await cora.goto("/pairs");
  await expect(cora.locator("tr", { hasText: me.called })).toContainText("getting to know each other");
  await picture(cora, info, "meeting-pairs");
  await me.goto(thread);
  await say(me, "I am glad we met once.");
  await me.goto(page);
  await expect(me.locator("input[name=answer]:checked")).toHaveCount(0);
  // Not the right fit is asked once more, and then it is done.
  await me.locator("input[name=answer][value=no]").check({ force: true });
  await me.getByRole("button", { name: "Save my answer" }).click();
  await expect(main(me)).toContainText("You keep your place in the list");
  await picture(me, info, "meeting-sure");
  await me.getByRole("button", { name: "Yes, look on for me" }).click();
  await expect(me.getByRole("status").first()).toContainText("looking for somebody else");
  await picture(me, info, "meeting-apart");
  expect((await first.goto(thread)).status()).toBe(404);
  await first.goto("/home");
  await expect(main(first)).toContainText("says nothing about you as a supporter");
  await picture(first, info, "meeting-apart-worker");

  await offered(cora, me.called, info, "meeting-again");
  await me.goto("/offers");
  await expect(main(me).locator(".offer").first()).toBeVisible();
  await expect(main(me).locator(".offer", { hasText: first.called })).toHaveCount(0);
  const second = await agree(own, open, me);
  expect(second.called).not.toBe(first.called);
  expect(new URL(second.url()).pathname).toBe(thread);
  await expect(main(second)).not.toContainText("I am glad we met once.");
  await me.goto(thread);
  await expect(main(me)).toContainText("I am glad we met once.");
  await picture(me, info, "meeting-second");
});

/** Changes what is passed on, and presses one of the buttons. */
async function decides(me, change, words, reads, button) {
  await me.goto(`${change}/hand-over`);
  await me.locator("textarea[name=words]").fill(words);
  await me.locator(`input[name=reads][value=${reads}]`).check({ force: true });
  await me.getByRole("button", { name: button }).click();
}

test("a change of worker, with what is handed over approved", async ({ browser, own }, info) => {
  const open = entrance(browser, own, info);
  const cora = await open(own.byRole("coordinator"));
  const pair = own.pairs[0];
  const [me, before] = [await open(own.account(pair.participant)), await open(own.account(pair.worker))];
  const thread = `/messages/${pair.conversation}`;
  await me.goto(thread);
  const earlier = (await me.locator("#thread .words").last().innerText()).trim();
  await picture(me, info, "change-conversation");
  await me.getByRole("link", { name: `I would like somebody other than ${before.called}` }).first().click();
  await picture(me, info, "change-ask");
  await me.getByRole("button", { name: "Look for somebody new" }).click();
  await expect(main(me)).toContainText(`${before.called} stays with you until somebody new has said yes`);
  await picture(me, info, "change-looking");
  const change = new URL(me.url()).pathname;
  await offered(cora, me.called, info, "change-waiting");
  const next = await agree(own, open, me);
  expect(new URL(next.url()).pathname).toBe(thread);
  await expect(main(next)).not.toContainText(earlier);
  await picture(next, info, "change-new-worker");

  // The worker of before writes; the person changes it; nothing reaches anybody before it is approved.
  await before.goto("/home");
  await picture(before, info, "change-home-worker");
  await before.goto(`${change}/hand-over`);
  await before.getByLabel(`Your words for ${me.called}`).fill("Sundays are hard. Mornings are best.");
  await picture(before, info, "change-write");
  await before.getByRole("button", { name: `Give them to ${me.called}` }).click();
  expect((await next.goto(`${change}/hand-over`)).status()).toBe(404);
  await me.goto(change);
  await picture(me, info, "change-ending");
  await me.goto(`${change}/hand-over`);
  await expect(main(me)).toContainText("Sundays are hard.");
  await picture(me, info, "change-decide");
  await decides(me, change, "Mornings are best.", "nothing", `${next.called} may read this`);
  await expect(me.getByRole("status").first()).toContainText("passed on");
  await next.goto(thread);
  await expect(main(next)).not.toContainText(earlier);
  await main(next).getByRole("link", { name: "What was handed over to you" }).click();
  await expect(main(next)).toContainText("Mornings are best.");
  await expect(main(next)).not.toContainText("Sundays are hard.");
  await picture(next, info, "change-handed");
  // With everything, the conversation from its beginning.
  await decides(me, change, "Mornings are best.", "everything", `${next.called} may read this`);
  await next.goto(thread);
  await expect(main(next)).toContainText(earlier);
  await picture(next, info, "change-everything");
  await me.goto(thread);
  await expect(main(me)).toContainText("both in this conversation");
  await picture(me, info, "change-three");

  // The person ends it earlier; the worker of before reads nothing more.
  await me.goto(change);
  await me.getByRole("button", { name: `End it with ${before.called} now` }).click();
  await expect(me.getByRole("status").first()).toContainText("Everything that was written stays with you");
  expect((await before.goto(thread)).status()).toBe(404);
  await before.goto("/home");
  await expect(main(before)).toContainText("has come to its end");
  await picture(before, info, "change-ended-worker");
});
