// What the emulator begins with, as its manual promises.

/** The password of every user. */
export const PASSWORD = "demo-password";

/** The ids of the users, by name. */
export const ID = {
  admin: "3059e6b5562241fda3fa441cca6f228b",
  user01: "fb3f175c1fd146ab8cdae3272be6107b",
  user02: "9c1f0e4a7b2d4f6d8a35c2e1b7409d58",
  user03: "27ad5e9b31c84c0f9e6b70d4f8a21c63",
  user04: "e05b8c7f6a914d23b8f1947c3d2ea096",
  user05: "5a6d3f81c0e94b7793d2a8b41f7c60ee",
  user06: "b8e2c94d7f1a4035a6c9e3d07b5f8124",
  user07: "04f7a1d9e6b3482c8d50b9c17e2f6a3d",
  user08: "d3908b6ce2f74a51907fc4a85b1d2e6c",
  user12: "c7290ad4f85e4b36a1d7e98b3c60f54e",
} as const;

/**
 * Ids of users whom the account does not have. A name that makes the emulator fail is nobody's in the account, and under
 * an id of the account's the console would ask which of the two is meant.
 */
export const STRANGERS = ["0123456789abcdef0123456789abcde1", "0123456789abcdef0123456789abcde2"] as const;

/** A user of the seed. */
export type User = keyof typeof ID;

/** Where the image is that most tests are about. */
export const TEST_IMAGE = "/organizations/group/images/test";

/** Where an image of the organization `group` is. */
export function imageAt(name: string): string {
  return `/organizations/group/images/${name.replaceAll("/", "$")}`;
}
