// The names of controls in both languages, for the tests that run in both. They come from the console's own catalogue.

import { TEXTS } from "./texts.ts";

/** A language of the console. */
export type Language = "en" | "zh-CN";

/** What a test has to find on the screen. */
export interface Words {
  account: string;
  userName: string;
  password: string;
  project: string;
  signIn: string;
  signOut: string;
  signInAgain: string;
  grantPermission: string;
  userNumber: (number: number) => string;
  userId: string;
  grant: string;
  cancel: string;
  technicalDetails: string;
  /** The labels under "Technical details", in order. */
  facts: [string, string, string, string];
  tryAgain: string;
  changeOf: (name: string) => string;
  revokeOf: (name: string) => string;
  permissionOf: (name: string) => string;
  save: string;
}

/** The words of a language, with what is put in put in. */
function words(language: Language): Words {
  const { httpStatus, errorCode, serverMessage, requestId, ...texts } = TEXTS[language];
  const put = (template: string) => (what: number | string) => template.replace("{}", String(what));
  return {
    ...texts,
    userNumber: put(texts.userNumber),
    facts: [httpStatus, errorCode, serverMessage, requestId],
    changeOf: put(texts.changeOf),
    revokeOf: put(texts.revokeOf),
    permissionOf: put(texts.permissionOf),
  };
}

export const WORDS: Record<Language, Words> = { en: words("en"), "zh-CN": words("zh-CN") };
