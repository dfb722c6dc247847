//! The finding in a sentence: the structure that fits, or what comes before it.

use super::Page;
use crate::lens::wording::Abm as Says;
use crate::views::markup::Value::Text;

/// The headline, and why it is so.
pub(super) fn headline(page: &Page) -> (Vec<String>, String) {
    let (shown, fit) = (page.shown, &page.own.fit);
    let mut sentences = Vec::new();
    let mut lead = Vec::new();
    match page.own.readiness.strategy_first {
        Some(true) => {
            let is_blocked = !page.own.readiness.blockers.is_empty();
            sentences.push(
                if is_blocked { page.say(Says::StrategyFirst) } else { page.say(Says::NotReady) }.to_owned(),
            );
            lead.push(page.ready_text());
        }
        Some(false) if !page.has_fit() => {
            sentences.push(page.say(Says::Ready).to_owned());
            lead.push(page.ready_text());
        }
        None if page.has_fit() => lead.push(page.say(Says::ReadinessOpen)),
        _ => {}
    }
    let one = |message: &str, name: &str| shown.fill(message, &[("structure", Text(name))]);
    if let Some(choice) = &fit.choice {
        let best = if page.is_provisional() { page.say(Says::BestProvisional) } else { page.say(Says::Best) };
        sentences.push(one(best, page.name(choice)));
        let mut support = Vec::new();
        let mut both = Vec::new();
        for key in &fit.support {
            let group = if fit.close.contains(key) { &mut both } else { &mut support };
            group.push(key.clone());
        }
        let mut close = fit.close.clone();
        close.retain(|key| !both.contains(key));
        for (message, keys) in [
            (page.say(Says::CloseSupport), both),
            (page.say(Says::Close), close),
            (page.say(Says::Support), support),
        ] {
            if !keys.is_empty() {
                sentences.push(one(message, &page.names(&keys)));
            }
        }
        if !fit.close.is_empty() {
            lead.push(page.text("findings/close"));
        }
    } else if let Some(nearest) = &fit.nearest {
        sentences.push(one(page.say(Says::NoneOpen), page.name(nearest)));
        lead.push(page.text("findings/none"));
    }
    if sentences.is_empty() {
        let is_begun = page.own.readiness.score.is_some();
        sentences
            .push(if is_begun { page.say(Says::ReadinessBegun) } else { page.say(Says::Nothing) }.to_owned());
    }
    (sentences, lead.join(" "))
}
