// What the script in the head leaves to the module: what only works where the module came.

const page = document.documentElement.dataset;

// Every browser that knows this colour knows all else that is needed; but WebAssembly can be switched off.
if (!(globalThis.WebAssembly && CSS.supports("color:light-dark(red,red)"))) throw navigator.userAgent;

// A program that does not start ends in a rejected promise. The script in the head knows what to do with errors.
addEventListener("unhandledrejection", ({ reason }) => "started" in page || reportError(reason));

// The button that copies what happened, of the notice after a crash.
addEventListener("click", ({ target }) => {
  if ("copy" in target.dataset) navigator.clipboard.writeText(target.nextElementSibling.textContent);
});
