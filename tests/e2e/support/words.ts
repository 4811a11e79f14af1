// The names of controls in both languages, for the tests that run in both.

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

export const WORDS: Record<Language, Words> = {
  en: {
    account: "Account",
    userName: "User name",
    password: "Password",
    project: "Project",
    signIn: "Sign in",
    signOut: "Sign out",
    signInAgain: "Sign in again",
    grantPermission: "Grant permission",
    userNumber: (number) => `User ${number}`,
    userId: "User ID",
    grant: "Grant",
    cancel: "Cancel",
    technicalDetails: "Technical details",
    facts: ["HTTP status", "Error code", "Server message", "Request ID"],
    tryAgain: "Try again",
    changeOf: (name) => `Change ${name}`,
    revokeOf: (name) => `Revoke ${name}`,
    permissionOf: (name) => `Permission of ${name}`,
    save: "Save",
  },
  "zh-CN": {
    account: "账号",
    userName: "用户名",
    password: "密码",
    project: "项目",
    signIn: "登录",
    signOut: "退出登录",
    signInAgain: "重新登录",
    grantPermission: "添加权限",
    userNumber: (number) => `用户 ${number}`,
    userId: "用户 ID",
    grant: "授权",
    cancel: "取消",
    technicalDetails: "技术详情",
    facts: ["HTTP 状态码", "错误码", "服务器消息", "请求 ID"],
    tryAgain: "重试",
    changeOf: (name) => `修改 ${name} 的权限`,
    revokeOf: (name) => `删除 ${name} 的权限`,
    permissionOf: (name) => `${name} 的权限`,
    save: "保存",
  },
};
