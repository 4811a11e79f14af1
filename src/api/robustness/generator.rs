//! Chance that a seed repeats: JSON of any shape with the keys of the services in it, and damage to texts.

/// Values that a decoder may find where it looks for another one, as JSON writes them.
pub(super) const ODD: [&str; 32] = [
    "null",
    "true",
    "false",
    "0",
    "-0",
    "-1",
    "2",
    "3.0",
    "9",
    "\"3\"",
    "\"7\"",
    "1e308",
    "1e999",
    "-1e999",
    "2147483648",
    "9007199254740993",
    "18446744073709551616",
    "\"\"",
    "\" \"",
    "\"\\u0000\"",
    "\"line\\nbreak\"",
    "\"\\u202enimda\"",
    "\"ad\\u200bmin\"",
    "\"e\\u0301\"",
    "\"=cmd|' /C calc'!A0\"",
    "\"<img src=x onerror=alert(1)>\"",
    "\"..\"",
    "\"a/b%2F..$#?\"",
    "[]",
    "{}",
    "[[[[[[[[{\"a\":[[[[[[[[]]]]]]]]}]]]]]]]]",
    "[null,7,{},\"x\",{\"user_id\":{}}]",
];

/// Keys that mean something to a decoder.
const KEYS: [&str; 34] = [
    "id",
    "name",
    "auth",
    "user_id",
    "user_name",
    "self_auth",
    "others_auths",
    "others_auth",
    "creator_name",
    "namespaces",
    "namespace",
    "repo_count",
    "access_user_count",
    "num_images",
    "is_public",
    "updated_at",
    "total_range",
    "users",
    "token",
    "user",
    "domain",
    "project",
    "expires_at",
    "errors",
    "error",
    "error_code",
    "error_msg",
    "errorCode",
    "errorMessage",
    "code",
    "message",
    "details",
    "request_id",
    "version",
];

/// A source of chance (splitmix64).
pub(super) struct Generator(u64);

impl Generator {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below another one.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    pub(super) fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    pub(super) fn odd(&mut self) -> &'static str {
        self.pick(&ODD)
    }

    /// JSON of any shape, sound but for some of the odd values.
    pub(super) fn json(&mut self) -> String {
        let mut text = String::new();
        self.value(&mut text, 5);
        text
    }

    fn value(&mut self, text: &mut String, depth: usize) {
        let shape = if depth == 0 { 0 } else { self.below(4) };
        match shape {
            1 => {
                text.push('[');
                self.separated(text, |generator, text| generator.value(text, depth - 1));
                text.push(']');
            }
            2 | 3 => {
                text.push('{');
                self.separated(text, |generator, text| {
                    text.extend(["\"", generator.pick(&KEYS), "\":"]);
                    generator.value(text, depth - 1);
                });
                text.push('}');
            }
            _ => text.push_str(self.odd()),
        }
    }

    fn separated(&mut self, text: &mut String, mut part: impl FnMut(&mut Self, &mut String)) {
        for index in 0..self.below(4) {
            if index > 0 {
                text.push(',');
            }
            part(self, text);
        }
    }

    /// A text with something cut out, put in, doubled or broken off, once or a few times.
    pub(super) fn damaged(&mut self, text: &str) -> String {
        let mut text: Vec<char> = text.chars().collect();
        for _ in 0..=self.below(3) {
            if text.is_empty() {
                break;
            }
            let (a, b) = (self.below(text.len()), self.below(text.len()));
            let (from, to) = (a.min(b), a.max(b).min(a.min(b) + 12));
            match self.below(5) {
                0 => drop(text.drain(from..to)),
                1 => text.truncate(from),
                2 => drop(text.splice(from..from, self.odd().chars())),
                3 => {
                    let copy = text[from..to].to_vec();
                    drop(text.splice(to..to, copy));
                }
                _ => {
                    text[from] = self
                        .pick(&['"', '{', '}', '[', ']', ',', ':', '\\', 'u', '0', '\u{FEFF}', '\u{202E}']);
                }
            }
        }
        text.into_iter().collect()
    }
}
