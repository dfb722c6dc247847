//! The fixed order: capabilities and items one after the other, wherever they belong.
//!
//! Iterators of their own instead of adapters: each step is one function, however many loops there are.

use super::{Capability, Item, Role, Survey};
use std::slice::Iter;

/// An item seen from the survey: its running number and what it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Running number, starting at 1.
    pub number: usize,
    /// The role the item counts towards.
    pub role: &'a Role,
    /// The capability the item counts towards.
    pub capability: &'a Capability,
    /// The item itself.
    pub item: &'a Item,
}

/// Every item together with where it belongs.
#[derive(Clone, Debug)]
pub struct Places<'a> {
    number: usize,
    capabilities: Capabilities<'a>,
    within: Option<(&'a Role, &'a Capability)>,
    items: Iter<'a, Item>,
}

impl<'a> Places<'a> {
    #[inline(never)]
    pub(super) fn of(survey: &'a Survey) -> Self {
        Self { number: 0, capabilities: Capabilities::of(survey), within: None, items: [].iter() }
    }
}

impl<'a> Iterator for Places<'a> {
    type Item = Place<'a>;

    #[inline(never)]
    fn next(&mut self) -> Option<Place<'a>> {
        loop {
            if let (Some((role, capability)), Some(item)) = (self.within, self.items.next()) {
                self.number += 1;
                return Some(Place { number: self.number, role, capability, item });
            }
            let capability = self.capabilities.next()?;
            self.within = Some((self.capabilities.role?, capability));
            self.items = capability.items.iter();
        }
    }
}

/// Every item.
#[derive(Clone, Debug)]
pub struct Items<'a>(pub(super) Places<'a>);

impl<'a> Iterator for Items<'a> {
    type Item = &'a Item;

    #[inline(never)]
    fn next(&mut self) -> Option<&'a Item> {
        self.0.next().map(|place| place.item)
    }
}

/// Every capability.
#[derive(Clone, Debug)]
pub struct Capabilities<'a> {
    roles: Iter<'a, Role>,
    role: Option<&'a Role>,
    own: Iter<'a, Capability>,
}

impl<'a> Capabilities<'a> {
    #[inline(never)]
    pub(super) fn of(survey: &'a Survey) -> Self {
        Self { roles: survey.roles.iter(), role: None, own: [].iter() }
    }
}

impl<'a> Iterator for Capabilities<'a> {
    type Item = &'a Capability;

    #[inline(never)]
    fn next(&mut self) -> Option<&'a Capability> {
        loop {
            if let Some(capability) = self.own.next() {
                return Some(capability);
            }
            let role = self.roles.next()?;
            self.role = Some(role);
            self.own = role.capabilities.iter();
        }
    }
}
