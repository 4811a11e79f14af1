//! `cargo xtask host`: the built console as a web server hosts it, with nginx in front of the emulator, until one of them
//! ends or the user has had enough.

use crate::authority::Certificate;
use crate::error::Result;
use crate::group::Group;
use crate::nginx::{Nginx, Trial};
use crate::options::{DistOptions, HostOptions, Ports};
use crate::project::Project;
use crate::run::{self, reaches};
use crate::{dist, ports, stop};
use std::path::PathBuf;

/// Builds what is missing, starts both, and runs until it is stopped.
pub(crate) fn host(project: &mut Project, options: &HostOptions) -> Result<()> {
    let HostOptions { ports: Ports { port, emulator_port }, tls } = options;
    ports::must_be_free(*port, "--port")?;
    ports::must_be_free(*emulator_port, "--emulator-port")?;
    let nginx = Nginx::find_or_fetch(project)?;
    let (console, headers) = (project.root.join("dist"), project.root.join("dist-server/nginx-headers.conf"));
    if !console.join("index.html").is_file() || !headers.is_file() {
        println!("There is no built console yet; it is built now.");
        dist::dist(project, &DistOptions::at_root())?;
    }
    run::emulator(project)?;

    let folder = project.scratch()?.join("host");
    let certificate =
        if *tls { Some(Certificate::make(project, &project.scratch()?.join("host-tls"))?) } else { None };
    let (listen, upstream) =
        (listen(*port, certificate.as_ref()), format!("http://127.0.0.1:{emulator_port}"));
    let trial = Trial { listen: &listen, upstream: &upstream, console: &console, headers: &headers };
    let mut server = nginx.command(project, &folder, &trial)?;

    let stop = stop::messages();
    let mut command = project.command(project.target.join("release/swr-emulator"));
    let mut emulator =
        Group::start("the emulator", command.args(["--listen", &format!("127.0.0.1:{emulator_port}")]))?;
    let mut nginx = Group::start("nginx", &mut server)?;
    let both_answer = || ports::status(*emulator_port).is_some() && ports::status(*port).is_some();
    if !reaches(&stop, both_answer, &mut [&mut emulator, &mut nginx])? {
        return Ok(());
    }
    println!("{}", welcome(&options.ports, certificate.map(|certificate| certificate.authority)));
    reaches(&stop, || false, &mut [&mut emulator, &mut nginx]).map(|_| ())
}

/// What follows `listen`.
fn listen(port: u16, certificate: Option<&Certificate>) -> String {
    match certificate {
        None => format!("127.0.0.1:{port}"),
        Some(Certificate { chain, key, .. }) => format!(
            "127.0.0.1:{port} ssl http2;\ninclude swr-console/tls.conf;\nssl_certificate \"{}\";\nssl_certificate_key \"{}\"",
            chain.display(),
            key.display()
        ),
    }
}

fn welcome(Ports { port, emulator_port }: &Ports, authority: Option<PathBuf>) -> String {
    let scheme = if authority.is_some() { "https" } else { "http" };
    let believe = authority.map_or_else(String::new, |file| {
        format!("  Your browser believes it once it trusts {}\n\n", file.display())
    });
    format!(
        "
  The console is at   {scheme}://localhost:{port}/   behind nginx, as in deploy/nginx/

{believe}{}
  The emulator is at  http://127.0.0.1:{emulator_port}/
  Ctrl-C ends both. To host a newer build: cargo xtask dist, then this again.
",
        run::SIGN_IN
    )
}

#[cfg(test)]
mod tests {
    use super::{listen, welcome};
    use crate::authority::Certificate;
    use crate::options::Ports;

    const PORTS: Ports = Ports { port: 18443, emulator_port: 18081 };

    #[test]
    fn the_welcome_says_where_and_how() {
        let text = welcome(&PORTS, Some("/x/authority.pem".into()));
        for word in
            ["https://localhost:18443/", "http://127.0.0.1:18081/", "demo-password", "/x/authority.pem"]
        {
            assert!(text.contains(word), "{word}");
        }
        assert!(welcome(&PORTS, None).contains("http://localhost:18443/"));
    }

    #[test]
    fn it_listens_on_this_computer_alone() {
        assert_eq!(listen(8080, None), "127.0.0.1:8080");
        let certificate = Certificate { authority: "/a".into(), chain: "/c".into(), key: "/k".into() };
        let text = listen(8443, Some(&certificate));
        assert!(
            text.starts_with("127.0.0.1:8443 ssl http2;\n") && text.ends_with("ssl_certificate_key \"/k\"")
        );
    }
}
