//! Where records are kept, in the words of the widget. The shelf that keeps them is `embed/shelf.js`.

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// There is no storage here.
    Unavailable,
    /// There is no room left.
    Full,
    /// The browser refused for another reason.
    Refused,
}

impl StoreError {
    /// The reason that the shelf names, if it names one.
    pub fn named(word: &str) -> Option<Self> {
        match word {
            "unavailable" => Some(Self::Unavailable),
            "full" => Some(Self::Full),
            "refused" => Some(Self::Refused),
            _ => None,
        }
    }
}

/// Where records go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// In the browser's database on this device.
    Database,
    /// In the browser's simple storage on this device.
    SimpleStorage,
    /// Nowhere that outlives the tab, because the page asked for it.
    #[default]
    MemoryByChoice,
    /// In this tab's memory, because nothing else is to be had.
    MemoryOnly(StoreError),
}

impl Keeping {
    /// The place that the shelf names.
    pub fn named(word: &str) -> Self {
        match word {
            "database" => Self::Database,
            "simple" => Self::SimpleStorage,
            _ => StoreError::named(word).map_or(Self::MemoryByChoice, Self::MemoryOnly),
        }
    }

    /// Whether records outlive the tab.
    pub fn is_durable(self) -> bool {
        matches!(self, Self::Database | Self::SimpleStorage)
    }
}

/// A record: one wave or one draft as JSON text, under its own key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// `wave/<id>` or `draft/<id>/<writer>`, below the survey's own prefix.
    pub key: String,
    /// The document.
    pub text: String,
}
