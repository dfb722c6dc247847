//! Something for each of several identifiers.

/// Values by identifier, in the order of identifiers.
///
/// A list, as a survey has dozens of items and not thousands: far less code than a tree for each kind of value.
#[derive(Clone, Debug, PartialEq)]
pub struct ById<K, V> {
    entries: Vec<(K, V)>,
}

impl<K: Ord, V> ById<K, V> {
    /// Nothing for any identifier.
    pub fn new() -> Self {
        Self::default()
    }

    /// Where an identifier stands, or where it would.
    fn position(&self, id: &K) -> (usize, bool) {
        for (position, (own, _)) in self.entries.iter().enumerate() {
            if own >= id {
                return (position, own == id);
            }
        }
        (self.entries.len(), false)
    }

    /// What belongs to an identifier.
    pub fn get(&self, id: &K) -> Option<&V> {
        self.entries.iter().find(|(own, _)| own == id).map(|(_, value)| value)
    }

    /// What belongs to an identifier, to be changed.
    pub fn get_mut(&mut self, id: &K) -> Option<&mut V> {
        self.entries.iter_mut().find(|(own, _)| own == id).map(|(_, value)| value)
    }

    /// Puts a value in place of the one there was, if any.
    pub fn insert(&mut self, id: K, value: V) {
        let (position, known) = self.position(&id);
        if known {
            self.entries.remove(position);
        }
        self.entries.insert(position, (id, value));
    }

    /// Takes a value away.
    pub fn remove(&mut self, id: &K) {
        self.retain(|own, _| own != id);
    }

    /// Keeps the values of which `wanted` says so.
    pub fn retain(&mut self, wanted: impl Fn(&K, &V) -> bool) {
        self.entries.retain(|(id, value)| wanted(id, value));
    }

    /// Every identifier with its value.
    pub fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.entries.iter()
    }

    /// How many identifiers have a value.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether no identifier has a value.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<K, V> Default for ById<K, V> {
    fn default() -> Self {
        Self { entries: Vec::new() }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for ById<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::default();
        for (id, value) in entries {
            map.insert(id, value);
        }
        map
    }
}

impl<'a, K, V> IntoIterator for &'a ById<K, V> {
    type Item = &'a (K, V);
    type IntoIter = std::slice::Iter<'a, (K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
    }
}
