//! The steps of `cargo xtask test` by their names. What each does is in `steps`.

use std::str::FromStr;

/// Steps of `test`, in the order in which they run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Steps(pub(crate) Vec<Step>);

impl FromStr for Steps {
    type Err = String;

    fn from_str(list: &str) -> Result<Self, String> {
        let step = |name: &str| {
            let step = Step::ALL.into_iter().find(|step| step.name() == name);
            step.ok_or_else(|| format!("there is no step `{name}`"))
        };
        let steps: Vec<Step> = list.split(',').map(step).collect::<Result<_, _>>()?;
        Ok(Self(Step::ALL.into_iter().filter(|step| steps.contains(step)).collect()))
    }
}

/// One step of `test`. The order is that of running: the quick ones first, and each after those whose results it uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// rustfmt.
    Format,
    /// The lints, for this machine.
    Clippy,
    /// The lints, for the browser.
    ClippyWasm,
    /// The documentation, without a warning.
    Doc,
    /// The licences and sources of the dependencies, and that none is there twice.
    Deny,
    /// The tests that need no browser.
    Native,
    /// The types of the end-to-end tests.
    Types,
    /// The console's tests inside a browser.
    Web,
    /// The files to host.
    Dist,
    /// The web servers that host them.
    Hosts,
    /// The files to host, used as a person would.
    E2e,
    /// The main task in Firefox and WebKit.
    Engines,
    /// Other people's clients of SWR, against the emulator.
    Clients,
}

impl Step {
    /// All steps.
    pub(crate) const ALL: [Self; 13] = [
        Self::Format,
        Self::Clippy,
        Self::ClippyWasm,
        Self::Doc,
        Self::Deny,
        Self::Native,
        Self::Types,
        Self::Web,
        Self::Dist,
        Self::Hosts,
        Self::E2e,
        Self::Engines,
        Self::Clients,
    ];

    /// Whether only a full run has it, unless it is asked for by name.
    pub(crate) const fn is_for_releases(self) -> bool {
        matches!(self, Self::Clients)
    }

    /// The steps of `cargo xtask check`.
    pub(crate) const CHECK: [Self; 5] =
        [Self::Format, Self::Clippy, Self::ClippyWasm, Self::Doc, Self::Native];

    /// The name by which `--only` and the summary know the step.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy-wasm",
            Self::Doc => "doc",
            Self::Deny => "deny",
            Self::Native => "native",
            Self::Types => "types",
            Self::Web => "web",
            Self::Dist => "dist",
            Self::Hosts => "hosts",
            Self::E2e => "e2e",
            Self::Engines => "engines",
            Self::Clients => "clients",
        }
    }
}
