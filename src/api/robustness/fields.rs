//! Lists of sound records, and what may become of one field of one of them.

use super::Generator;

/// A record: its fields as JSON writes them.
pub(super) type Record = Vec<(&'static str, String)>;

/// What a list says.
#[derive(Debug)]
pub(super) struct Mutated {
    /// The list as JSON.
    pub(super) text: String,
    /// Which record has the odd field.
    pub(super) place: usize,
    /// Which field it is; `None` where the whole record was replaced.
    pub(super) field: Option<&'static str>,
}

/// A list of records in which one field of one record is missing, of another type, there twice, or unknown, or in
/// which one record is none at all.
pub(super) fn one_field_mutated(generator: &mut Generator, records: &[Record]) -> Mutated {
    let place = generator.below(records.len());
    let mut mutated = records[place].clone();
    let index = generator.below(mutated.len());
    let key = mutated[index].0;
    let odd = generator.odd().to_owned();
    let mut field = Some(key);
    match generator.below(6) {
        0 => drop(mutated.remove(index)),
        1 | 2 => mutated[index].1 = odd,
        3 => mutated.push((key, odd)),
        4 => mutated.insert(0, (key, odd)),
        _ => mutated.push(("unknown", odd)),
    }
    let mut texts: Vec<String> = records.iter().map(object).collect();
    texts[place] = object(&mutated);
    if generator.below(8) == 0 {
        field = None;
        generator.odd().clone_into(&mut texts[place]);
    }
    Mutated { text: format!("[{}]", texts.join(",")), place, field }
}

fn object(record: &Record) -> String {
    let fields: Vec<String> = record.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
    format!("{{{}}}", fields.join(","))
}
