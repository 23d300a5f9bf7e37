// Two people write to each other in two browsers: live, through a break of the network, with a draft
// kept, and on a second device. Without scripts the same words go through the form.
import { test, expect, signIn } from "../lib/demo.js";

/** The two of a pair, each in a browser of their own with the conversation open. */
async function two(browser, demo, info, number) {
  const pair = demo.pairs[number];
  const open = async (login) => {
    const context = await browser.newContext({
      viewport: info.project.use.viewport, javaScriptEnabled: info.project.use.javaScriptEnabled !== false,
      locale: "en", baseURL: demo.url,
    });
    const page = await context.newPage();
    await signIn(page, demo.account(login));
    await page.goto(`/messages/${pair.conversation}#end`);
    return page;
  };
  return [await open(pair.participant), await open(pair.worker)];
}

async function say(page, words) {
  await page.getByLabel("Your message").fill(words);
  await page.getByRole("button", { name: "Send" }).click();
}

const shown = (page, words) => page.locator("#thread .words", { hasText: words });

/** The numbers of the messages on a page, in the order in which they stand there. */
const numbers = (page) => page.locator("#thread .msg").evaluateAll((all) => all.map((each) => Number(each.id.slice(2))));

/** Words arrive live, and a break of the network loses and doubles nothing. */
async function live(ana, ben, mark) {
  await say(ana, `Good evening ${mark}`);
  await expect(shown(ben, `Good evening ${mark}`)).toHaveCount(1);
  await say(ben, `And to you ${mark}`);
  await expect(shown(ana, `And to you ${mark}`)).toHaveCount(1);
  await expect(ana.locator("#heard")).toContainText(`And to you ${mark}`);

  await ana.context().setOffline(true);
  await say(ana, `In the tunnel ${mark}`);
  await say(ana, `Still in it ${mark}`);
  await expect(ana.locator("#outbox .unsent")).toHaveCount(2);
  await say(ben, `Are you there? ${mark}`);
  await ana.context().setOffline(false);
  for (const page of [ana, ben]) {
    for (const words of ["In the tunnel", "Still in it", "Are you there?"]) {
      await expect(shown(page, `${words} ${mark}`)).toHaveCount(1, { timeout: 15000 });
    }
  }
  await expect(ana.locator("#outbox .msg")).toHaveCount(0);
  const order = await numbers(ben);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(await numbers(ana)).toEqual(order);

  const kept = ana.waitForResponse((answer) => answer.url().endsWith("/drafts"));
  await ana.getByLabel("Your message").fill(`Half a thought ${mark}`);
  await kept;
  await ana.reload();
  await expect(ana.getByLabel("Your message")).toHaveValue(`Half a thought ${mark}`);
  expect(await numbers(ana)).toEqual(order);
}

/** The form sends, and the page shows what is new when it is asked. */
async function plain(ana, ben, mark) {
  await say(ana, `Written plainly ${mark}`);
  await expect(shown(ana, `Written plainly ${mark}`)).toHaveCount(1);
  await ben.getByRole("button", { name: "See if there is anything new" }).click();
  await expect(shown(ben, `Written plainly ${mark}`)).toHaveCount(1);
}

test("two people write to each other", async ({ browser, demo }, info) => {
  const scripts = info.project.use.javaScriptEnabled !== false;
  const [ana, ben] = await two(browser, demo, info, scripts ? 0 : 1);
  await (scripts ? live : plain)(ana, ben, info.project.name);
});
