// The rules of the MDN HTTP Observatory in our own words, with two of newer versions (COOP, COEP), and above them what this
// project asks of itself. Values in, verdicts out; nothing is fetched here.

/** What a site has answered. */
export interface Site {
  /** The headers of its first page, each name once. */
  headers: Map<string, string>;
  html: string;
  /** Where plain HTTP leads; `undefined` if nobody answers there. */
  redirect?: string | undefined;
  /** The headers for a request that comes from another site's page. */
  toStrangers: Map<string, string>;
}

/** One rule's verdict. */
export interface Verdict {
  rule: string;
  points: number;
  why: string;
}

/** A policy as its directives. Of a directive that is there twice, the first counts. */
export function directives(policy: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const part of policy.split(";")) {
    const [name = "", ...sources] = part.trim().split(/\s+/);
    if (name !== "" && !found.has(name.toLowerCase())) {
      found.set(name.toLowerCase(), sources);
    }
  }
  return found;
}

const BROAD = new Set(["*", "http:", "https:", "data:", "blob:"]);

function policy(site: Site): Verdict {
  const rule = "Content-Security-Policy";
  const found = directives(site.headers.get("content-security-policy") ?? "");
  const of = (name: string) => found.get(name) ?? found.get("default-src");
  const [scripts, styles, objects] = [of("script-src"), of("style-src"), of("object-src")];
  if (found.size === 0 || scripts === undefined || objects === undefined) {
    return { rule, points: found.size === 0 ? -25 : -20, why: "there is none, or it leaves scripts or objects free" };
  }
  const isHashed = scripts.some((source) => /^'(nonce|sha(256|384|512))-/.test(source));
  const inline = (sources: string[]) => sources.includes("'unsafe-inline'");
  if ((inline(scripts) && !isHashed) || [...scripts, ...objects].some((source) => BROAD.has(source))) {
    return { rule, points: -20, why: "anybody's scripts or objects may run" };
  }
  if ([...found].some(([, sources]) => sources.some((source) => source.startsWith("http:")))) {
    return { rule, points: -20, why: "something may come over plain HTTP" };
  }
  if ([...scripts, ...(styles ?? [])].includes("'unsafe-eval'")) {
    return { rule, points: -10, why: "text may become a program" };
  }
  if (styles === undefined || inline(styles) || styles.some((source) => BROAD.has(source))) {
    return { rule, points: 0, why: "styles may come from anywhere" };
  }
  const isClosed = found.get("default-src")?.join(" ") === "'none'";
  return { rule, points: isClosed ? 10 : 5, why: isClosed ? "closed by default" : "nothing unsafe" };
}

function transport(site: Site): Verdict {
  const rule = "Strict-Transport-Security";
  const age = Number(/(?:^|;)\s*max-age=(\d+)/i.exec(site.headers.get(rule.toLowerCase()) ?? "")?.[1] ?? "-1");
  const points = age < 0 ? -20 : age < 15_552_000 ? -10 : 0;
  return { rule, points, why: `max-age ${age}` };
}

function redirect({ redirect }: Site): Verdict {
  const points = redirect === undefined || redirect.startsWith("https://") ? 0 : -20;
  return { rule: "redirection", points, why: redirect ?? "nobody answers over plain HTTP" };
}

function cors({ toStrangers }: Site): Verdict {
  const allowed = toStrangers.get("access-control-allow-origin");
  const isOpen = allowed !== undefined && allowed !== "*" && toStrangers.get("access-control-allow-credentials") === "true";
  return { rule: "CORS", points: isOpen ? -50 : 0, why: allowed ?? "nothing is allowed" };
}

function integrity({ html }: Site): Verdict {
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc=[^>]*>/gi)].map(([tag]) => tag);
  const isWhole = scripts.length > 0 && scripts.every((tag) => /\bintegrity=/i.test(tag));
  return { rule: "subresource integrity", points: isWhole ? 5 : 0, why: `${scripts.length} scripts by address` };
}

/** A header whose value is good, bad, or not there. */
function value(name: string, good: RegExp, [best, absent, bad]: [number, number, number]) {
  return ({ headers }: Site): Verdict => {
    const said = headers.get(name.toLowerCase());
    const points = said === undefined ? absent : good.test(said) ? best : bad;
    return { rule: name, points, why: said ?? "it is not there" };
  };
}

function framing(site: Site): Verdict {
  const isClosed = directives(site.headers.get("content-security-policy") ?? "").has("frame-ancestors");
  const header = value("X-Frame-Options", /^(DENY|SAMEORIGIN)$/i, [5, -20, -20])(site);
  return isClosed ? { ...header, points: 5, why: "frame-ancestors" } : header;
}

const RULES = [
  policy,
  transport,
  redirect,
  cors,
  integrity,
  framing,
  value("Set-Cookie", /^$/, [0, 0, -40]),
  value("X-Content-Type-Options", /^nosniff$/i, [0, -5, -5]),
  value(
    "Referrer-Policy",
    /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/i,
    [5, 0, -5],
  ),
  value("Cross-Origin-Resource-Policy", /^same-(origin|site)$/i, [10, 0, -5]),
  value("Cross-Origin-Embedder-Policy", /^(require-corp|credentialless)$/i, [10, 0, -5]),
  value("Cross-Origin-Opener-Policy", /^(same-origin|same-origin-allow-popups|noopener-allow-popups)$/i, [10, 0, -5]),
];

/** Every rule's verdict, and the points. What is good counts only where nearly nothing is bad. */
export function judge(site: Site): { points: number; verdicts: Verdict[] } {
  const verdicts = RULES.map((rule) => rule(site));
  const sum = (points: number[]) => points.reduce((sum, one) => sum + one, 0);
  const bad = 100 + sum(verdicts.map(({ points }) => Math.min(points, 0)));
  const good = sum(verdicts.map(({ points }) => Math.max(points, 0)));
  return { points: Math.max(0, bad >= 90 ? bad + good : bad), verdicts };
}

/** What this project asks of each header, beyond points. */
const OURS: [string, RegExp][] = [
  ["content-security-policy", /(^|; )default-src 'none'(;|$)/],
  ["content-security-policy", /(^|; )object-src 'none'(;|$)/],
  ["content-security-policy", /(^|; )base-uri 'none'(;|$)/],
  ["content-security-policy", /(^|; )form-action 'none'(;|$)/],
  ["content-security-policy", /(^|; )frame-ancestors 'none'(;|$)/],
  ["content-security-policy", /(^|; )style-src 'self'(;|$)/],
  ["content-security-policy", /^(?!.*('unsafe-|\*|http:|data:|blob:))/],
  ["strict-transport-security", /^max-age=(3153[6-9]\d{3}|[4-9]\d{7}|\d{9,})(; includeSubDomains)?$/],
  ["x-content-type-options", /^nosniff$/],
  ["referrer-policy", /^no-referrer$/],
  ["permissions-policy", /camera=\(\).*geolocation=\(\).*microphone=\(\)/],
  ["cross-origin-opener-policy", /^same-origin$/],
  ["cross-origin-embedder-policy", /^require-corp$/],
  ["cross-origin-resource-policy", /^same-origin$/],
  ["origin-agent-cluster", /^\?1$/],
  ["x-frame-options", /^DENY$/],
];

/** What is missing of that. */
export function shortcomings(headers: Map<string, string>): string[] {
  return OURS.filter(([name, wanted]) => !wanted.test(headers.get(name) ?? "")).map(
    ([name, wanted]) => `${name} is not as ${wanted}: ${headers.get(name)}`,
  );
}
