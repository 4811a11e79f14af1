//! What holds for every switch.

use super::Switches;

#[test]
fn every_value_in_the_table_can_be_set_and_the_first_is_the_default() {
    for switch in Switches::TABLE {
        let mut switches = Switches::default();
        for value in switch.values {
            assert_eq!(switches.set(switch.name, value), Ok(()), "{}={value}", switch.name);
        }
        let defaults: Vec<&str> = switch.values.iter().take(1).copied().collect();
        for value in defaults {
            assert_eq!(switches.set(switch.name, value), Ok(()));
            assert_eq!(switches, Switches::default(), "{}={value}", switch.name);
        }
    }
}

#[test]
fn what_is_not_in_the_table_is_refused_by_name() {
    let mut switches = Switches::default();
    assert_eq!(
        switches.set("speed", "fast").map_err(|error| error.to_string()),
        Err("there is no switch `speed`".into())
    );
    let error = switches.set("batch", "half").expect_err("no such value").to_string();
    assert_eq!(error, "switch `batch` is one of atomic, partial, not `half`");
}

#[test]
fn the_documentation_names_every_switch_value_and_its_evidence() {
    let page = include_str!("../../../docs/emulator.md");
    for switch in Switches::TABLE {
        let values: Vec<String> = switch.values.iter().map(|value| format!("`{value}`")).collect();
        let row = format!("| `{}` | {} | {} |", switch.name, values.join(" "), switch.evidence);
        assert!(page.contains(&row), "docs/emulator.md lacks the row {row}");
    }
}
