//! What the commands are, in words.

/// What `cargo xtask --help` prints.
pub(crate) const USAGE: &str = "\
The commands of the SWR permission console.

  cargo xtask run    [--port 8080] [--emulator-port 8081] [--seed small|large]
        Builds the console and the emulator, starts both, and rebuilds the console whenever a file changes.
        Sets up what is missing first: about 15 to 25 minutes once, seconds later.

  cargo xtask host   [--port 8080] [--emulator-port 8081] [--tls]
        Serves dist/ as a real web server would: nginx with the files of deploy/nginx/, in front of the emulator.
        With --tls it does so over https, with a certificate made for this.

  cargo xtask test   [--full] [--only STEP[,STEP...]] [-- ARGUMENTS OF PLAYWRIGHT]
        Runs everything that must hold: format, lints, documentation, dependencies, tests, and tests in a browser.
        With --full the long ones at full length, for a release: an hour and more.
        Steps: format, clippy, clippy-wasm, doc, deny, native, types, web, dist, hosts, e2e.

  cargo xtask check
        The quick part of `test`, without a browser: format, clippy, clippy-wasm, doc, native.

  cargo xtask fuzz   [--cases 1000000]
        Tries what comes from outside in every form: each property of the decoders, addresses and names, so many
        times. A million takes some minutes after a release build.

  cargo xtask bench load   [--runs 5]
        Measures how dist/ loads behind nginx: requests, bytes, times to what is waited for, on a fast line and on a
        slow one, and Lighthouse's scores. Prints medians; fails only for what no computer's speed changes.

  cargo xtask dist   [--base /console/]
        Builds the files to host into dist/, locks them down with a Content-Security-Policy, and weighs them. What a
        web server has to say with them comes into dist-server/.

  cargo xtask headers [--config FILE] [--server nginx|caddy|plain]
        Prints the headers that a web server has to send with dist/: for the config.json there, or for another.

  cargo xtask demo   [--base /demo/]
        Builds a static live demo into dist-demo/: the same console with the emulator inside the page.";
