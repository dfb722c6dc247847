//! The sentence the page opens with, and the line below it.

use super::page::{Against, Page};
use crate::history::Verdict;
use crate::scoring::{Dominance, DominanceKind};
use crate::survey::RoleId;
use crate::views::markup::Value::{Count, Day, Spelled, Text, Whole};

/// The finding of the page, one sentence after another.
pub(super) fn headline(page: &Page) -> Vec<String> {
    match &page.against {
        Some(against) => what_changed(page, against),
        None => vec![who_leads(page)],
    }
}

/// Which role leads, as a whole sentence.
fn who_leads(page: &Page) -> String {
    let words = page.words;
    let order = &page.dominance.order;
    let (first, last) = (order.first(), order.last());
    let within = |id: Option<&RoleId>| id.map(|id| page.role_within(id)).unwrap_or_default();
    let start = first.map_or("", |id| page.role_name(id));
    let leading = page.role_list(&page.dominance.leading);
    let template = match page.dominance.kind {
        DominanceKind::Dominant => words.sentence_dominant,
        DominanceKind::Pair => words.sentence_pair,
        DominanceKind::Graded => words.sentence_graded,
        DominanceKind::Even => words.sentence_even,
        DominanceKind::Unknown => words.sentence_unknown,
    };
    page.fill(
        template,
        &[
            ("first", Text(&within(first))),
            ("First", Text(start)),
            ("leading", Text(&leading)),
            ("last", Text(&within(last))),
        ],
    )
}

/// The same finding as a heading: shorter, and of any wave.
pub(super) fn lead_heading(page: &Page, read: &Dominance) -> String {
    let words = page.words;
    let template = match read.kind {
        DominanceKind::Dominant => words.heading_dominant,
        DominanceKind::Pair => words.heading_pair,
        DominanceKind::Graded => words.heading_graded,
        DominanceKind::Even => words.heading_even,
        DominanceKind::Unknown => words.heading_unknown,
    };
    page.fill(template, &[("leading", Text(&page.role_list(&read.leading)))])
}

fn what_changed(page: &Page, against: &Against) -> Vec<String> {
    let words = page.words;
    let change = &against.change;
    if change.withheld {
        return vec![words.sentence_withheld.to_owned()];
    }
    let with = |wanted: Option<Verdict>| -> Vec<RoleId> {
        let own = change.roles.iter().filter(|(_, own)| own.map(|own| own.verdict) == wanted);
        own.map(|(id, _)| id.clone()).collect()
    };
    let mut sentences = Vec::new();
    for (verdict, [one, many]) in [
        (Verdict::ClearGain, words.clearly_up),
        (Verdict::ClearLoss, words.clearly_down),
        (Verdict::PossibleGain, words.possibly_up),
        (Verdict::PossibleLoss, words.possibly_down),
    ] {
        let roles = with(Some(verdict));
        if !roles.is_empty() {
            let template = if roles.len() == 1 { one } else { many };
            sentences.push(page.fill(template, &[("roles", Text(&page.role_list(&roles)))]));
        }
    }
    let still = with(Some(Verdict::NoClearChange));
    match (sentences.is_empty(), still.as_slice()) {
        (true, _) => sentences.push(all_still(page, against)),
        (false, []) => {}
        (false, [role]) => {
            sentences.push(page.fill(words.one_still, &[("role", Text(page.role_name(role)))]));
        }
        (false, roles) => {
            sentences.push(page.fill(words.others_still, &[("number", Spelled(roles.len()))]));
        }
    }
    let unpaired = with(None);
    if !unpaired.is_empty() {
        sentences.push(page.fill(words.not_compared, &[("roles", Text(&page.role_list(&unpaired)))]));
    }
    sentences
}

/// No role moved; all of them together may have.
fn all_still(page: &Page, against: &Against) -> String {
    let overall = against.change.overall.map(|overall| overall.verdict);
    match overall.filter(|verdict| !matches!(verdict, Verdict::NoClearChange | Verdict::Withheld)) {
        Some(verdict) => {
            page.fill(page.words.only_together, &[("verdict", Text(page.verdict_name(verdict)))])
        }
        None => page.words.no_clear_change.to_owned(),
    }
}

/// The line below: how many answers moved, and the aim beside the strength.
pub(super) fn lead(page: &Page) -> String {
    let words = page.words;
    let mut sentences = Vec::new();
    if let Some(against) = &page.against {
        let change = &against.change;
        let up = (words.start_sentence)(&page.count(change.steps_up()));
        let (paired, down) = (Count(change.paired_items), Spelled(change.steps_down()));
        sentences
            .push(page.fill(words.answers_moved, &[("up", Text(&up)), ("paired", paired), ("down", down)]));
    }
    sentences.extend(sustained(page));
    if let Some(aim) = page.wave.answers.known_aim(page.survey) {
        let leading = &page.dominance.leading;
        let template = match aim.primary.as_ref() {
            None => words.aim_unknown,
            Some(_) if leading.is_empty() => words.aim_alone,
            Some(aim) if leading.contains(aim) => words.aim_fits,
            Some(_) => words.aim_differs,
        };
        let role = aim.primary.as_ref().map(|id| page.role_within(id)).unwrap_or_default();
        sentences.push(page.fill(template, &[("role", Text(&role))]));
    }
    sentences.join(" ")
}

/// The gains of roles that have held in two waves running (model 2.8); there are none before the third wave.
fn sustained(page: &Page) -> Option<String> {
    let mut names = Vec::new();
    for role in &page.survey.roles {
        if page.is_sustained(&role.id) {
            names.push(page.role_within(&role.id));
        }
    }
    let [one, many] = page.words.sustained;
    let template = if names.len() == 1 { one } else { many };
    (!names.is_empty()).then(|| page.fill(template, &[("roles", Text(&page.list(&names)))]))
}

/// Date, scope and weeks, above the sentence.
pub(super) fn kicker(page: &Page) -> String {
    let words = page.words;
    let now = Day(page.wave.date);
    let mut parts = Vec::new();
    match &page.against {
        Some(against) => {
            let base = Day(against.wave.date);
            parts.push(page.fill(words.kicker_change, &[("now", now), ("base", base)]));
            let weeks = against.wave.date.weeks_until(page.wave.date);
            if weeks > 0 {
                let template = if weeks == 1 { words.one_week } else { words.weeks };
                parts.push(page.fill(template, &[("weeks", Whole(f64::from(weeks)))]));
            }
        }
        None => parts.push(page.fill(words.kicker_baseline, &[("date", now)])),
    }
    if page.people() > 1 {
        parts.push(page.fill(words.kicker_team, &[("people", Spelled(page.people()))]));
    }
    if !page.shown.scope.is_empty() {
        parts.push(page.shown.scope.to_owned());
    }
    parts.join(" · ")
}
