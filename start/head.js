// The script in the head of the page, before the first paint: language and theme as chosen last time. Then a watchdog:
// where a file of the console does not come, the notice in the page says so, in words that need no program. What only
// works where the module came is in the module (watch.js).
{
  const page = document;
  const on = addEventListener;
  const root = page.documentElement;
  const state = root.dataset;

  try {
    [root.lang, state.theme] = localStorage["swr-console.preferences"].split(" ");
  } catch (error) {
    // Nothing was chosen, or the browser keeps nothing. The page says English and the system's theme.
    if (/^zh/i.test(navigator.language)) root.lang = "zh-CN";
  }

  // Without one of its files the program must not start at all. All else counts only until it has started.
  const fail = (why, file) => {
    const notice = page.getElementById("no-start");
    if (!notice) setTimeout(fail, 99, why, file);
    else if (file || !("started" in state)) {
      if (file) state.failed = file;
      notice.hidden = false;
      notice.lastElementChild.append(file || why, "\n");
    }
  };

  const reload = () => location.reload();

  // Past the cache: the copy in it may be the damaged one.
  const again = (element) => fetch(element.src || element.href, { cache: "reload" });

  on(
    "error",
    // The module reports failures of its programs itself, and a missing icon is no failure.
    ({ target, message }) => /icon|load/.test(target.rel) || fail(message, target.src || target.href),
    true,
  );

  setTimeout(() => {
    fail("20 s");
    // A style sheet that never comes keeps the notice from being painted, and the module from running.
    const link = page.querySelector("[rel=stylesheet]");
    if (link.sheet) return;
    fail(0, link.href);
    link.remove();
  }, 20000);

  on("click", ({ target }) => {
    if ("reload" in target.dataset) {
      setTimeout(reload, 5000);
      Promise.all([...page.querySelectorAll("link,[src]")].map(again)).then(reload, reload);
    }
  });
}
