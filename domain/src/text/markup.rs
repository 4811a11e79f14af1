//! Text inside HTML.

/// A text as the content of an element or of a quoted attribute: nothing in it is markup.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_stays_markup() {
        assert_eq!(
            escaped("<b title=\"a'b\">&lt;</b>"),
            "&lt;b title=&quot;a&#39;b&quot;&gt;&amp;lt;&lt;/b&gt;"
        );
        assert_eq!(escaped("镜像 42"), "镜像 42");
    }

    proptest! {
        #[test]
        fn what_was_escaped_reads_as_before(text in ".*") {
            let escaped = escaped(&text);
            prop_assert!(!escaped.contains(['<', '>', '"', '\'']));
            let back = escaped
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
            prop_assert_eq!(back, text);
        }
    }
}
