//! Finding things as people and screen readers do: by what they are and what they are called.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use leptos::prelude::document;

const BUTTON: &str = "button";
const FIELD: &str = "input, select, textarea";

/// Finding inside an element. Names are whole names; whatever is asked for must be there.
pub trait Find {
    /// All elements of a selector.
    fn all(&self, selector: &str) -> Vec<HtmlElement>;

    /// The first element of a selector.
    fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.all(selector).into_iter().next()
    }

    /// The first element of a selector.
    fn get(&self, selector: &str) -> HtmlElement {
        self.find(selector).unwrap_or_else(|| panic!("there is no {selector} in:\n{}", self.text()))
    }

    /// The element of a selector and name.
    fn find_called(&self, selector: &str, name: &str) -> Option<HtmlElement> {
        self.all(selector).into_iter().find(|element| name_of(element) == name)
    }

    /// The element of a selector and name.
    fn called(&self, selector: &str, name: &str) -> HtmlElement {
        let missing = || panic!("there is no {selector} called “{name}” in:\n{}", self.text());
        self.find_called(selector, name).unwrap_or_else(missing)
    }

    /// A button.
    fn button(&self, name: &str) -> HtmlElement {
        self.called(BUTTON, name)
    }

    /// A button that may be missing.
    fn find_button(&self, name: &str) -> Option<HtmlElement> {
        self.find_called(BUTTON, name)
    }

    /// A field by its label.
    fn field(&self, label: &str) -> HtmlElement {
        self.called(FIELD, label)
    }

    /// A field that may be missing.
    fn find_field(&self, label: &str) -> Option<HtmlElement> {
        self.find_called(FIELD, label)
    }

    /// A link that may be missing.
    fn find_link(&self, name: &str) -> Option<HtmlElement> {
        self.find_called("a[href]", name)
    }

    /// An open dialog that may be missing.
    fn find_dialog(&self, name: &str) -> Option<HtmlElement> {
        self.find_called("dialog[open]", name)
    }

    /// The row of a table that begins with a name.
    fn find_row(&self, name: &str) -> Option<HtmlElement> {
        self.all("tbody tr")
            .into_iter()
            .find(|row| row.find("td .name").is_some_and(|cell| cell.text() == name))
    }

    /// The texts of the cells in the document, row by row.
    fn cells(&self) -> Vec<Vec<String>> {
        let cells = |row: HtmlElement| row.all("td").iter().map(Find::text).collect();
        self.all("tbody tr[role=row]").into_iter().map(cells).collect()
    }

    /// The alert that may be missing: what it says.
    fn alert(&self) -> Option<String> {
        self.find("[role=alert]").map(|alert| alert.text())
    }

    /// What can be read there, with single spaces.
    fn text(&self) -> String;
}

impl<E: AsRef<Element>> Find for E {
    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.as_ref().query_selector_all(selector).unwrap();
        (0..found.length()).map(|index| found.get(index).unwrap().unchecked_into()).collect()
    }

    fn text(&self) -> String {
        tidy(&self.as_ref().unchecked_ref::<HtmlElement>().inner_text())
    }
}

/// An attribute; `None` where it is not set.
pub fn attribute(element: &HtmlElement, name: &str) -> Option<String> {
    element.get_attribute(name)
}

/// Whether an element holds the focus.
pub fn has_focus(element: &HtmlElement) -> bool {
    document().active_element().is_some_and(|focused| *focused == ***element)
}

/// What an element is called: the accessible name, as far as the console makes use of the rules.
pub fn name_of(element: &HtmlElement) -> String {
    if let Some(ids) = element.get_attribute("aria-labelledby") {
        return texts_of(&ids);
    }
    if let Some(label) = element.get_attribute("aria-label") {
        return label;
    }
    if element.matches(FIELD).unwrap() {
        let labelled = (!element.id().is_empty()).then(|| format!("label[for=\"{}\"]", element.id()));
        let label = labelled.and_then(|selector| document().query_selector(&selector).unwrap());
        let label = label.or_else(|| element.closest("label").unwrap());
        return label.map(|label| tidy(&spoken(&label))).unwrap_or_default();
    }
    tidy(&spoken(element))
}

/// The texts of the elements that an attribute points to.
pub fn texts_of(ids: &str) -> String {
    let text = |id: &str| document().get_element_by_id(id).map(|element| tidy(&spoken(&element)));
    ids.split_whitespace().filter_map(text).collect::<Vec<_>>().join(" ")
}

/// All text below a node but what is hidden from screen readers.
fn spoken(node: &Node) -> String {
    if node.node_type() == Node::TEXT_NODE {
        return node.text_content().unwrap_or_default();
    }
    let hidden = node.dyn_ref::<Element>().and_then(|element| element.get_attribute("aria-hidden"));
    if hidden.as_deref() == Some("true") {
        return String::new();
    }
    let children = node.child_nodes();
    (0..children.length()).map(|index| spoken(&children.get(index).unwrap())).collect()
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
