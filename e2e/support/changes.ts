import type { Locator, Page } from "@playwright/test";

/** One thing that a person does to a form, and how it is seen to be still there. */
export interface Change {
  make: (page: Page) => Promise<void>;
  /** As it stands in the form now. */
  read: (page: Page) => Promise<string>;
  /** Gives the form back the value that was read before the change. */
  undo?: (page: Page, before: string) => Promise<void>;
}

/** Where fields are: in the dialog that is open, if one is. */
const fields = (page: Page) => page.getByRole("dialog").or(page.getByRole("main")).last();

/** A field that text is typed into. */
export function text(label: string | RegExp, typed = "Typed by hand"): Change {
  const field = (page: Page) => fields(page).getByLabel(label, { exact: true });
  return {
    make: (page) => field(page).fill(typed),
    read: (page) => field(page).inputValue(),
    undo: (page, before) => field(page).fill(before),
  };
}

/** A combo box that takes what is typed as something new. */
export function newOption(label: string, typed: string): Change {
  const field = (page: Page) => fields(page).getByRole("combobox", { name: label, exact: true });
  const type = async (page: Page, value: string) => {
    await field(page).fill(value);
    await field(page).press("Tab");
  };
  return {
    make: (page) => type(page, typed),
    read: (page) => field(page).inputValue(),
    undo: type,
  };
}

/** A combo box of which one option is chosen. */
export function option(label: string, typed: string, name: string | RegExp): Change {
  const field = (page: Page) => fields(page).getByRole("combobox", { name: label, exact: true });
  return {
    async make(page) {
      await field(page).fill(typed);
      await page.getByRole("option", { name }).first().click();
    },
    read: (page) => field(page).inputValue(),
  };
}

const isChecked = async (box: Locator) => String(await box.isChecked());

export function tick(name: string | RegExp): Change {
  const box = (page: Page) => fields(page).getByRole("checkbox", { name }).first();
  const toggle = (page: Page) => box(page).press("Space");
  return { make: toggle, read: (page) => isChecked(box(page)), undo: toggle };
}

/** One of a few options that are all shown; `before` is the one that is chosen at first. */
export function radio(name: string, before: string): Change {
  const choice = (page: Page, label: string) =>
    fields(page).getByRole("radio", { name: label, exact: true });
  return {
    make: (page) => choice(page, name).press("Space"),
    read: (page) => isChecked(choice(page, name)),
    undo: (page) => choice(page, before).press("Space"),
  };
}

/** A number or a part of a time or a date. */
export function part(name: RegExp, typed: string): Change {
  const field = (page: Page) => fields(page).getByRole("spinbutton", { name }).first();
  return {
    make: (page) => field(page).pressSequentially(typed),
    read: async (page) => (await field(page).textContent()) ?? "",
    undo: (page, before) => field(page).pressSequentially(before),
  };
}

/** A select whose list opens from a button. */
export function selected(label: string, chosen: string | RegExp): Change {
  const button = (page: Page) => fields(page).getByRole("button", { name: new RegExp(label) });
  return {
    async make(page) {
      await button(page).click();
      await page.getByRole("option", { name: chosen, exact: true }).click();
    },
    read: async (page) => (await button(page).textContent()) ?? "",
  };
}
