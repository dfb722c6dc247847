//! Not there yet.

use crate::session::{Action, Session};
use crate::words::Language;
use yew::{Callback, Html};

/// The screen.
pub fn targets(_session: &Session, _language: &Language, _on_action: &Callback<Action>) -> Html {
    Html::default()
}
