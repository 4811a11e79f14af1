//! A certificate authority of this computer's own, for trials over TLS. It is made by openssl and believed by nobody who
//! was not told to.

use crate::error::{self, Error, Result};
use crate::project::Project;
use crate::shell;
use std::path::{Path, PathBuf};

/// An authority and one certificate of it.
pub(crate) struct Certificate {
    /// The authority's certificate, for those who are to believe it.
    pub(crate) authority: PathBuf,
    /// The server's certificate.
    pub(crate) chain: PathBuf,
    /// Its key.
    pub(crate) key: PathBuf,
}

/// For how many days they are good. Browsers refuse more than 825.
const DAYS: &str = "365";

impl Certificate {
    /// Makes an authority and a certificate for `localhost` in a folder of their own. They are made again each time, so
    /// that a key that was forgotten somewhere is worth nothing.
    pub(crate) fn make(project: &Project, folder: &Path) -> Result<Self> {
        if project.which("openssl").is_none() {
            return Err(Error::new("openssl is not installed")
                .remedy("install it, or leave out `--tls`; for a computer's own browser that is as safe"));
        }
        std::fs::create_dir_all(folder).map_err(|error| error::file("make", folder, &error))?;
        let file = |name: &str| folder.join(name);
        let own =
            Self { authority: file("authority.pem"), chain: file("server.pem"), key: file("server.key") };
        let openssl = |arguments: &[&str]| {
            let mut command = project.command("openssl");
            shell::output(command.args(arguments).current_dir(folder).stderr(std::process::Stdio::null()))
        };
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", DAYS];
        let authority = [
            "req",
            "-x509",
            "-subj",
            "/CN=swr-console trial",
            "-keyout",
            "authority.key",
            "-out",
            "authority.pem",
        ];
        openssl(&[&authority[..], &key].concat())?;
        let names = [
            "-addext",
            "subjectAltName=DNS:localhost,IP:127.0.0.1",
            "-addext",
            "basicConstraints=critical,CA:FALSE",
        ];
        let server =
            ["req", "-x509", "-subj", "/CN=localhost", "-keyout", "server.key", "-out", "server.pem"];
        let signer = ["-CA", "authority.pem", "-CAkey", "authority.key"];
        openssl(&[&server[..], &key, &names, &signer].concat())?;
        // Nothing else is to be signed by it.
        std::fs::remove_file(file("authority.key")).map_err(|error| error::file("remove", folder, &error))?;
        Ok(own)
    }
}
