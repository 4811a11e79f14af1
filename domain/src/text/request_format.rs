//! The forms in which a request can be shown. How each is written is `api/shown`; what they are called is `words`.

/// A form of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum RequestFormat {
    /// What the console sends.
    #[default]
    Http,
    /// The same request as a command of curl, for a POSIX shell.
    Curl,
    /// The same request as a command of PowerShell.
    PowerShell,
    /// The same call as a command of the vendor's command line.
    KooCli,
    /// What is to hold afterwards, as the vendor's Terraform provider describes it.
    Terraform,
}

impl RequestFormat {
    /// All forms, in the order in which a choice offers them: the request itself comes first.
    pub const ALL: [RequestFormat; 5] = [
        RequestFormat::Http,
        RequestFormat::Curl,
        RequestFormat::PowerShell,
        RequestFormat::KooCli,
        RequestFormat::Terraform,
    ];
}
