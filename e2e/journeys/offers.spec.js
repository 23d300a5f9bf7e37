// Offers from the side of who chooses: three people and until when their places are kept, "none of these" that changes
// who comes next, time for oneself, a choice, and taking the request back.
import { test, expect, signIn, picture } from "../lib/demo.js";

const PASSPHRASE = "quiet lamp over the harbour";

/** Somebody new asks for a peer worker, for whom two experiences matter. */
async function asks(page, name) {
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Ask for support" }).first().click();
  await page.getByLabel("What shall we call you?").fill(name);
  await page.getByLabel("A passphrase").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL(/\/ask\/1/);
  for (const [code, weight] of [["anxiety", "4"], ["depression", "3"]]) {
    const box = page.locator(`input[name=experience][value=${code}]`);
    const group = page.locator("details", { has: box });
    if (!(await box.isVisible())) await group.locator("summary").click();
    await box.check({ force: true });
    await page.locator(`select[name=weight-${code}]`).selectOption(weight);
  }
  const next = () => page.getByRole("button", { name: "Save and go on" }).click();
  await next();
  await page.locator("input[name=kind][value=peer_worker]").check({ force: true });
  await next();
  await page.locator("input[name=language][value=en]").check({ force: true });
  await next();
  await page.locator("input[name=mode][value=chat]").check({ force: true });
  for (let n = 4; n <= 7; n += 1) await next();
  await expect(page).toHaveURL(/\/ask\/check/);
  await page.locator("button[value=send]").click();
  await expect(page).toHaveURL(/\/ask\/done/);
}

/** The coordinator looks for people for one person and lets the offers out. */
async function offers(cora, name) {
  await cora.goto(`/waiting?name=${encodeURIComponent(name)}`);
  await cora.getByRole("link", { name }).first().click();
  const page = cora.url();
  await cora.locator("form[action$='/run'] button").first().click();
  await cora.locator("form[action$='/release'] button").first().click();
  await expect(cora.getByRole("status").first()).toBeVisible();
  await cora.goto(page);
}

const names = async (page) => (await page.locator(".offer .person-name").allInnerTexts()).map((name) => name.trim());

test("three offers, none of these, others, a choice", async ({ browser, demo }, info) => {
  const device = async () => (await browser.newContext({
    viewport: info.project.use.viewport, javaScriptEnabled: info.project.use.javaScriptEnabled !== false,
    locale: "en", baseURL: demo.url,
  })).newPage();
  const name = `Ines ${info.project.name.replaceAll(" ", "")}`;
  const [me, cora] = [await device(), await device()];
  await signIn(cora, demo.byRole("coordinator"));
  await asks(me, name);

  await offers(cora, name);
  await me.goto("/offers");
  const first = await names(me);
  expect(first).toHaveLength(3);
  await expect(me.getByText("This place is kept for you until")).toHaveCount(3);
  await picture(me, info, "offers-three");
  await expect(cora.getByText("place held until")).toHaveCount(3);
  await picture(cora, info, "offers-held-coordinator");

  // None of these: what is ticked changes the answers, and the next people are others.
  await me.locator("input[name=more][value=depression]").check({ force: true });
  await me.getByText("I would rather have somebody").click();
  await me.locator("input[name=rather][value='gender:woman']").check({ force: true });
  await me.getByLabel("In your own words: what would suit you better?").fill("Somebody who knows long winters");
  await picture(me, info, "offers-none-of-these");
  await me.getByRole("button", { name: "Look for others" }).click();
  const heard = me.locator(".notice", { hasText: "this is how your answers stand now" });
  await expect(heard).toContainText("Depression: essential");
  await expect(heard).toContainText("Anxiety or panic: important");
  await expect(heard).toContainText("A woman: very important");
  await picture(me, info, "offers-heard");
  await cora.reload();
  await expect(cora.getByRole("main")).toContainText("Matters more now: depression");
  await expect(cora.getByRole("main")).toContainText("Somebody who knows long winters");

  await offers(cora, name);
  await me.goto("/offers");
  const second = await names(me);
  expect(second.length).toBeGreaterThan(0);
  for (const one of second) expect(first).not.toContain(one);
  await picture(me, info, "offers-others");

  // Not now, and back: the places are let go, and kept anew.
  await me.getByRole("button", { name: "Not now, I need time" }).click();
  await expect(me.getByRole("heading", { level: 1 })).toHaveText("You asked for time");
  await cora.reload();
  await expect(cora.getByText("place held until")).toHaveCount(0);
  await me.getByRole("button", { name: "I am ready again" }).click();
  await expect(me.getByText("This place is kept for you until").first()).toBeVisible();
  expect(await names(me)).toEqual(second);

  await me.getByRole("button", { name: `Choose ${second[0]}` }).click();
  await expect(me.getByRole("heading", { level: 1 })).toHaveText(`You chose ${second[0]}`);
  await picture(me, info, "offers-chosen");

  // Their own way out, asked once more before it is done.
  await me.getByRole("link", { name: "Take my request back" }).click();
  await expect(me.getByRole("main")).toContainText(`${second[0]}, whom you chose, cannot read your request any more.`);
  await picture(me, info, "offers-take-back");
  await me.getByRole("button", { name: "Yes, take my request back" }).click();
  await expect(me.getByRole("status").first()).toContainText("Your request is taken back.");
  for (const page of [me, cora]) await page.context().close();
});
