//! An element of a view, from when it is there.

use std::marker::PhantomData;

use leptos::prelude::{Get, ReadUntracked, Track};
use leptos::tachys::html::element::{Custom, ElementType};
use leptos::tachys::html::node_ref::NodeRefContainer;
use leptos::tachys::reactive_graph::node_ref;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

/// What leptos fills in, for elements of all kinds: it holds them as `HtmlElement`, which is what a custom one is.
type Inner = node_ref::NodeRef<Custom<&'static str>>;

/// Like leptos' `NodeRef`, compiled once for all kinds of elements (`docs/decisions/0009-erased-types.md`).
pub struct NodeRef<E> {
    inner: Inner,
    holds: PhantomData<fn() -> E>,
}

impl<E> Clone for NodeRef<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for NodeRef<E> {}

impl<E> Default for NodeRef<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E> NodeRef<E> {
    /// The place of an element that is not there yet.
    pub fn new() -> Self {
        Self { inner: Inner::new(), holds: PhantomData }
    }
}

impl<E: ElementType<Output: JsCast>> NodeRef<E> {
    /// The element, once it is there. A view or an effect that asks follows it.
    pub fn get(self) -> Option<E::Output> {
        self.inner.get().map(JsCast::unchecked_into)
    }

    /// Follows whether the element is there.
    pub fn track(self) {
        self.inner.track();
    }

    /// The element, if it is there.
    pub fn get_untracked(self) -> Option<E::Output> {
        self.try_get_untracked().flatten()
    }

    /// The same; `None` if the page is gone.
    pub fn try_get_untracked(self) -> Option<Option<E::Output>> {
        let element = (*self.inner.try_read_untracked()?).clone();
        Some(element.map(JsCast::unchecked_into))
    }
}

impl<E: ElementType> NodeRefContainer<E> for NodeRef<E> {
    fn load(self, element: &Element) {
        NodeRefContainer::load(self.inner, element);
    }
}
