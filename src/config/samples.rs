//! The samples of `deploy/` fit the console, and one another. What the web servers make of them is tested in
//! `tests/e2e/hosts/`.

use std::fs;
use std::path::Path;

use super::{Config, parse};

fn sample(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy").join(name)).unwrap()
}

fn configuration(name: &str) -> Config {
    parse(&sample(&format!("config/{name}"))).unwrap()
}

#[test]
fn the_console_accepts_every_sample_of_its_configuration() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy/config");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let config = configuration(&name);
        for region in &config.regions {
            assert!(!region.project.as_str().is_empty(), "{name}: SWR works per project");
        }
        assert!(config.idle_minutes > 0, "{name}: a sample ends idle sessions");
        seen += 1;
    }
    assert_eq!(seen, 3);
}

#[test]
fn the_web_servers_pass_on_what_the_configuration_names() {
    let (nginx, caddy) = (sample("nginx/console.conf"), sample("caddy/Caddyfile"));
    for region in configuration("open-telekom-cloud.json").regions {
        let id = region.id.as_str();
        for (api, prefix, path, host) in [
            ("swr", region.swr.join(""), "/v2/manage/", format!("https://swr-api.{id}.otc.t-systems.com")),
            ("iam", region.iam.join(""), "/v3/", format!("https://iam.{id}.otc.t-systems.com")),
        ] {
            let location =
                format!("location ^~ {prefix}{path} {{\n        set $swr_console_upstream {host};\n");
            assert!(nginx.contains(&location), "{location}");
            let handle = format!("handle_path {prefix}/* {{\n\t\timport swr_console_api {host} {api}\n");
            assert!(caddy.contains(&handle), "{handle}");
        }
        assert_eq!(region.registry, format!("swr.{id}.otc.t-systems.com"));
    }
}
