// "Request" in the dialogs: the same write for other tools, without the token, and a command that really works.
import type { Locator, Page } from "@playwright/test";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { issueToken, storedLevel } from "../support/api.ts";
import { askToChange, askToRevoke, openTest, tick } from "../support/change.ts";
import { allowClipboard, clipboard } from "../support/clipboard.ts";
import { button, dialog, field, signIn } from "../support/console.ts";
import type { Emulator } from "../support/emulator.ts";
import { discard, openGrant } from "../support/grant.ts";
import { ID, STRANGERS, TEST_IMAGE } from "../support/seed.ts";
import { tokenOf } from "../support/session.ts";
import { expect, test } from "../support/test.ts";

const run = promisify(execFile);
const FORMATS = ["HTTP", "curl", "PowerShell", "KooCLI", "Terraform"] as const;
type Format = (typeof FORMATS)[number];

/** The request of an open dialog in one form. */
async function shown(opened: Locator, format: Format): Promise<string> {
  const text = opened.getByRole("group", { name: "Request", exact: true });
  if (!(await text.isVisible())) {
    await opened.getByText("Request", { exact: true }).click();
  }
  await field(opened, "Format").selectOption({ label: format });
  return text.innerText();
}

/** Runs a command as someone would who has put a token into the variable. */
async function runAsShown(emulator: Emulator, command: string): Promise<void> {
  const token = await issueToken(emulator, "admin");
  await run("sh", ["-c", command], { env: { PATH: process.env["PATH"], SWR_TOKEN: token } });
}

/** A dialog for each kind of write. */
const dialogs: Record<"POST" | "PATCH" | "DELETE", (page: Page) => Promise<Locator>> = {
  POST: async (page) => {
    const opened = await openGrant(page);
    await opened.fill(1, "user05", ID.user05);
    return opened.root;
  },
  PATCH: async (page) => {
    await tick(page, "user03").check();
    return askToChange(page, "Manage");
  },
  DELETE: (page) => askToRevoke(page, "user02"),
};

/** What identifies each kind of write in each form. */
const TELLING: Record<keyof typeof dialogs, Record<Format, string>> = {
  POST: {
    HTTP: "POST /v2/manage/namespaces/group/repos/test/access",
    curl: "-X POST",
    PowerShell: "Invoke-RestMethod -Method Post",
    KooCLI: "CreateUserRepositoryAuth",
    Terraform: ID.user05,
  },
  PATCH: {
    HTTP: "PATCH /v2/manage/namespaces/group/repos/test/access",
    curl: "-X PATCH",
    PowerShell: "Invoke-RestMethod -Method Patch",
    KooCLI: "UpdateUserRepositoryAuth",
    Terraform: `user_name  = "user03"\n    permission = "Manage"`,
  },
  DELETE: {
    HTTP: "DELETE /v2/manage/namespaces/group/repos/test/access",
    curl: "-X DELETE",
    PowerShell: "Invoke-RestMethod -Method Delete",
    KooCLI: "DeleteUserRepositoryAuth",
    Terraform: ID.user03,
  },
};

for (const method of ["POST", "PATCH", "DELETE"] as const) {
  test(`${method} in every form, and the token in none`, async ({ page }) => {
    await openTest(page);
    const token = await tokenOf(page);
    const opened = await dialogs[method](page);
    for (const format of FORMATS) {
      const text = await shown(opened, format);
      expect(text, format).toContain(TELLING[method][format]);
      expect(text, format).not.toContain(token.slice(0, 12));
    }
    if (method === "DELETE") {
      expect(await shown(opened, "Terraform"), "who is revoked is not to hold anything").not.toContain(ID.user02);
    }
  });
}

test("a grant by curl", async ({ page, emulator }) => {
  await openTest(page);
  const command = await shown(await dialogs.POST(page), "curl");
  expect(command).toContain("-X POST");
  await runAsShown(emulator, command);
  expect(await storedLevel(emulator, "user05")).toBe(1);
});

test("a grant by curl to a name that a shell would take for its own", async ({ page, emulator }) => {
  await openTest(page);
  const opened = await openGrant(page);
  const name = `o'neil $(touch x) "\\`;
  await opened.fill(1, name, STRANGERS[0]);
  await runAsShown(emulator, await shown(opened.root, "curl"));
  await opened.cancel.click();
  await discard(page);
  await button(page, "Refresh").click();
  await expect(page.getByRole("cell", { name, exact: true })).toBeVisible();
});

test("a change by curl", async ({ page, emulator }) => {
  await openTest(page);
  await runAsShown(emulator, await shown(await dialogs.PATCH(page), "curl"));
  expect(await storedLevel(emulator, "user03")).toBe(7);
});

test("a revocation by curl", async ({ page, emulator }) => {
  await openTest(page);
  await runAsShown(emulator, await shown(await dialogs.DELETE(page), "curl"));
  expect(await storedLevel(emulator, "user02")).toBeUndefined();
});

test("the other tools get the same people and levels", async ({ page }) => {
  await openTest(page);
  const opened = await dialogs.PATCH(page);
  const koocli = await shown(opened, "KooCLI");
  expect(koocli).toMatch(/^hcloud SWR UpdateUserRepositoryAuth/);
  for (const part of ["--namespace=group", "--repository=test", `--1.user_id=${ID.user03}`, "--1.auth=7"]) {
    expect(koocli).toContain(part);
  }
  await expect(opened.getByText("KooCLI signs with the keys of its own profile.")).toBeVisible();
  const terraform = await shown(opened, "Terraform");
  expect(terraform).toContain('resource "huaweicloud_swr_image_permissions" "group_test"');
  for (const name of ["user01", "user02", "user03"] as const) {
    expect(terraform, "the block is the whole list").toContain(ID[name]);
  }
  expect(terraform, "without the caller, as the provider wants it").not.toContain(ID.admin);
  await expect(opened.getByText(/anyone not in it loses the permission/)).toBeVisible();
});

test("what is chosen in the dialog is what is shown", async ({ page }) => {
  await allowClipboard(page);
  await openTest(page);
  const opened = await dialogs.PATCH(page);
  expect(await shown(opened, "HTTP")).toContain('"auth":7');
  await field(opened, "Permission").selectOption({ label: "Write" });
  expect(await shown(opened, "HTTP")).toContain('"auth":3');
  await button(opened, "Copy").click();
  const copied = await clipboard(page);
  expect(copied).toContain('"auth":3');
});

test("where nothing is to be sent, no request is shown", async ({ page }) => {
  await openTest(page);
  const opened = await dialogs.PATCH(page);
  await field(opened, "Permission").selectOption({ label: "Read" });
  expect(await shown(opened, "curl")).not.toContain("curl");
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("what one has to know about each form is told", async ({ page }) => {
    await signIn(page, { at: TEST_IMAGE });
    await button(page, "删除 user01 的权限").click();
    const asking = dialog(page, "删除权限");
    await asking.getByText("请求", { exact: true }).click();
    await field(asking, "格式").selectOption({ label: "curl" });
    await expect(asking.getByText("适用于 bash、zsh 或 sh。请先将 Token 存入变量 SWR_TOKEN。")).toBeVisible();
    await field(asking, "格式").selectOption({ label: "Terraform" });
    await expect(asking.getByText(/未列出的用户将失去权限/)).toBeVisible();
  });
});
