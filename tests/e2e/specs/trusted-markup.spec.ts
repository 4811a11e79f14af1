// Which strings the page's policy of Trusted Types lets become elements: a table without a browser.
import { expect, test } from "@playwright/test";
import { isPlain } from "../../../start/policy.js";

const plain = [
  "",
  "1 < 2 && 3 > 2",
  '<div class="skeleton"><span class="skeleton__row"></span><!></div>',
  "<p>one</p><!-- a comment --><p>two</p>",
  '<table class="table"><thead><tr><th scope="col"></th></tr></thead></table>',
  '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M1 1"></path></svg>',
  '<a class="on" data-style="x" href="/organizations">section on=off</a>',
  '<setting></setting><form-row></form-row><useful></useful>',
  "<label for='a'>Once, or twice</label><input id=a type=text>",
  '<button type="button" class="button" hidden>Conserve</button>',
];

const active = [
  "<script>alert(1)</script>",
  "<SCRIPT/src=//evil.example></SCRIPT>",
  "<img src=x onerror=alert(1)>",
  '<img src="x"onerror=alert(1)>',
  "<svg/onload=alert(1)>",
  "<svg onload\n=\nalert(1)>",
  "<details open ontoggle=alert(1)>",
  '<a href="javascript:alert(1)">a</a>',
  "<a href=JaVaScRiPt:alert(1)>a</a>",
  "<iframe srcdoc='<p>'></iframe>",
  "<p srcdoc=x>",
  "<frame src=/x>",
  "<object data=/x>",
  "<embed src=/x>",
  "<base href=//evil.example/>",
  "<link rel=stylesheet href=/x.css>",
  "<meta http-equiv=refresh content=0>",
  "<style>* { display: none }</style>",
  '<p style="position: fixed">',
  "<template><p></p></template>",
  "<form action=/x><button formaction=/y>",
  "<button formaction=/y>",
  "<svg><use href=/x.svg#a /></svg>",
  "<svg><animate attributeName=href values=/x /></svg>",
  "<svg><set attributeName=href to=/x /></svg>",
  "<svg><foreignObject></foreignObject></svg>",
  "<math><mtext></mtext></math>",
  "<noscript><p title='</noscript><img>'>",
  "<body class=x>",
];

test("elements are made of what only shows something", () => {
  expect(plain.filter((markup) => !isPlain(markup))).toEqual([]);
});

test("nothing is made of what runs, loads, or changes what the page is", () => {
  expect(active.filter(isPlain)).toEqual([]);
});

test("what is refused is refused anywhere in a file", () => {
  for (const markup of active) {
    expect(isPlain(`<p>before</p>\n${markup}<p>after</p>`), markup).toBe(false);
    expect(isPlain(markup.toUpperCase()), markup).toBe(false);
  }
});
