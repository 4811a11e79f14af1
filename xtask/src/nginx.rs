//! nginx for a trial on this computer: the program found or fetched, and the folder that it runs in, made of the files of
//! `deploy/nginx/` themselves.
//!
//! Nothing outside of Cargo's target directory is read or written by it. Starting it is `host`'s, and the end-to-end
//! tests' (`tests/e2e/support/nginx.ts`, which makes the same folder for each of its own).

use crate::apt;
use crate::error::{self, Error, Result};
use crate::project::Project;
use crate::shell;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

const PACKAGES: [&str; 2] = ["nginx", "libnginx-mod-http-brotli-static"];
/// Where Debian puts nginx and its modules.
const PROGRAM: &str = "usr/sbin/nginx";
const MODULES: &str = "usr/lib/nginx/modules";
const MODULE: &str = "ngx_http_brotli_static_module.so";

/// The program.
pub(crate) struct Nginx {
    /// Its file.
    pub(crate) program: PathBuf,
    /// Its module for brotli; without one it serves gzip.
    pub(crate) brotli: Option<PathBuf>,
}

/// What differs from one trial to the next.
pub(crate) struct Trial<'a> {
    /// The parameters of `listen`, and what else belongs there.
    pub(crate) listen: &'a str,
    /// Where the emulator answers.
    pub(crate) upstream: &'a str,
    /// The built console.
    pub(crate) console: &'a Path,
    /// The headers that belong to that build.
    pub(crate) headers: &'a Path,
}

impl Nginx {
    /// Finds nginx with its module; where there is apt-get, fetches them when they are missing.
    pub(crate) fn find_or_fetch(project: &Project) -> Result<Self> {
        let installed = project
            .which("nginx")
            .or_else(|| Some("/usr/sbin/nginx".into()).filter(|path: &PathBuf| path.is_file()));
        let installed = installed.map(|program| Self { brotli: module_of(project, &program), program });
        let is_whole = installed.as_ref().is_some_and(|nginx| nginx.brotli.is_some());
        if is_whole || project.which("apt-get").is_none() {
            return installed.ok_or_else(missing);
        }
        match apt::unpacked(project, "nginx", &PACKAGES, PROGRAM) {
            Ok(folder) => {
                Ok(Self { program: folder.join(PROGRAM), brotli: Some(folder.join(MODULES).join(MODULE)) })
            }
            // Without the module it serves gzip, and without a network that is better than nothing.
            Err(error) => installed.ok_or_else(|| error.remedy(INSTRUCTION)),
        }
    }

    /// Says to the tests where it is.
    pub(crate) fn pass_to(&self, command: &mut Command) {
        command.env("SWR_NGINX", &self.program);
        if let Some(brotli) = &self.brotli {
            command.env("SWR_NGINX_BROTLI", brotli);
        }
    }

    /// The command that starts it in a folder, which is made again.
    pub(crate) fn command(&self, project: &Project, folder: &Path, trial: &Trial<'_>) -> Result<Command> {
        self.prepare(project, folder, trial).map_err(|error| error::file("make", folder, &error))?;
        let mut command = project.command(&self.program);
        command.arg("-p").arg(folder).arg("-c").arg(folder.join("nginx.conf"));
        Ok(command)
    }

    fn prepare(&self, project: &Project, folder: &Path, trial: &Trial<'_>) -> std::io::Result<()> {
        let source = project.root.join("deploy/nginx");
        _ = std::fs::remove_dir_all(folder);
        std::fs::create_dir_all(folder.join("temporary"))?;
        std::fs::create_dir_all(folder.join("swr-console"))?;
        for entry in std::fs::read_dir(source.join("swr-console"))? {
            let file = entry?;
            symlink(file.path(), folder.join("swr-console").join(file.file_name()))?;
        }
        symlink(source.join("local.conf"), folder.join("nginx.conf"))?;
        symlink(source.join("nobody.pem"), folder.join("nobody.pem"))?;
        symlink(trial.headers, folder.join("swr-console/headers.conf"))?;
        symlink(trial.console, folder.join("console"))?;
        let modules = self.brotli.as_ref().map(|module| format!("load_module \"{}\";\n", module.display()));
        if modules.is_none() {
            std::fs::remove_file(folder.join("swr-console/brotli.conf"))?;
            std::fs::write(folder.join("swr-console/brotli.conf"), "")?;
        }
        std::fs::write(folder.join("modules.conf"), modules.unwrap_or_default())?;
        std::fs::write(folder.join("listen.conf"), format!("listen {};\n", trial.listen))?;
        std::fs::write(
            folder.join("upstream.conf"),
            format!("set $swr_console_upstream {};\n", trial.upstream),
        )
    }
}

/// The module of an installed nginx, where it says that its modules are.
fn module_of(project: &Project, program: &Path) -> Option<PathBuf> {
    // It says so on standard error.
    let mut shell = project.command("sh");
    let said = shell::output(shell.args(["-c", "\"$0\" -V 2>&1"]).arg(program)).ok()?;
    Some(modules_path(&said)?.join(MODULE)).filter(|path| path.is_file())
}

fn modules_path(said: &str) -> Option<PathBuf> {
    said.split_whitespace().find_map(|word| word.strip_prefix("--modules-path=")).map(PathBuf::from)
}

const INSTRUCTION: &str =
    "install nginx, on Debian and Ubuntu with libnginx-mod-http-brotli-static, and start again";

fn missing() -> Error {
    Error::new("nginx is not installed").remedy(INSTRUCTION)
}

#[cfg(test)]
mod tests {
    use super::{Nginx, Trial, modules_path};
    use crate::project::Project;
    use std::path::{Path, PathBuf};

    #[test]
    fn the_modules_are_where_nginx_says() {
        let said = "nginx version: nginx/1.22.1\nconfigure arguments: --prefix=/usr --modules-path=/usr/lib/nginx/modules --with-x";
        assert_eq!(modules_path(said), Some(PathBuf::from("/usr/lib/nginx/modules")));
        assert_eq!(modules_path("nginx version: nginx/1.22.1"), None);
    }

    #[test]
    fn a_trial_is_made_of_the_files_for_servers() {
        let project = Project::find().unwrap();
        let folder = std::env::temp_dir().join(format!("xtask-nginx-{}", std::process::id()));
        let nginx = Nginx { program: "/usr/sbin/nginx".into(), brotli: None };
        let trial = Trial {
            listen: "127.0.0.1:1",
            upstream: "http://127.0.0.1:2",
            console: Path::new("/the/console"),
            headers: Path::new("/the/headers"),
        };
        nginx.command(&project, &folder, &trial).unwrap();
        let link = |name: &str| std::fs::read_link(folder.join(name)).unwrap();
        assert_eq!(link("swr-console/api.conf"), project.root.join("deploy/nginx/swr-console/api.conf"));
        assert_eq!(link("swr-console/headers.conf"), Path::new("/the/headers"));
        assert_eq!(link("console"), Path::new("/the/console"));
        let text = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
        assert_eq!(text("listen.conf"), "listen 127.0.0.1:1;\n");
        assert_eq!(text("swr-console/brotli.conf"), "", "nobody may name what no module knows");
        assert!(text("nginx.conf").contains("include listen.conf;"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
