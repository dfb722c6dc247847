//! The finding in a sentence: the structure that fits, or what comes before it.

use super::Page;
use crate::views::markup::Value::Text;

/// The headline, and why it is so.
pub(super) fn headline(page: &Page) -> (Vec<String>, String) {
    let (shown, fit) = (page.shown, &page.own.fit);
    let words = &shown.words().abm;
    let mut sentences = Vec::new();
    let mut lead = Vec::new();
    match page.own.readiness.strategy_first {
        Some(true) => {
            let is_blocked = !page.own.readiness.blockers.is_empty();
            sentences.push(if is_blocked { words.strategy_first } else { words.not_ready }.to_owned());
            lead.push(page.ready_text());
        }
        Some(false) if !page.has_fit() => {
            sentences.push(words.ready.to_owned());
            lead.push(page.ready_text());
        }
        None if page.has_fit() => lead.push(words.readiness_open),
        _ => {}
    }
    let one = |message: &str, name: &str| shown.fill(message, &[("structure", Text(name))]);
    if let Some(choice) = &fit.choice {
        let best = if page.is_provisional() { words.best_provisional } else { words.best };
        sentences.push(one(best, page.name(choice)));
        let mut support = Vec::new();
        let mut both = Vec::new();
        for key in &fit.support {
            let group = if fit.close.contains(key) { &mut both } else { &mut support };
            group.push(key.clone());
        }
        let mut close = fit.close.clone();
        close.retain(|key| !both.contains(key));
        for (message, keys) in [(words.close_support, both), (words.close, close), (words.support, support)] {
            if !keys.is_empty() {
                sentences.push(one(message, &page.names(&keys)));
            }
        }
        if !fit.close.is_empty() {
            lead.push(page.text("findings/close"));
        }
    } else if let Some(nearest) = &fit.nearest {
        sentences.push(one(words.none_open, page.name(nearest)));
        lead.push(page.text("findings/none"));
    }
    if sentences.is_empty() {
        let is_begun = page.own.readiness.score.is_some();
        sentences.push(if is_begun { words.readiness_begun } else { words.nothing }.to_owned());
    }
    (sentences, lead.join(" "))
}
